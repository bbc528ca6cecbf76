// Refuses what validation lets through and execution would stumble over: no operation to run, a kind of operation there is none of, long names.
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Refusal } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from '../refusals';
import type { Limits } from './limits';
import { longestGivenName } from './longest-name';

/** The refusal, or null when the operation is clear. */
export function refuseUnclear(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
  limits: Pick<Limits, 'nameLength'>,
): Refusal | null {
  if (!operation) {
    const detail = operationName
      ? 'Unknown operation name.'
      : 'Must provide operation name if query contains multiple operations.';
    return gatewayRefusals.operationUnknown({ detail });
  }
  if (!schema.getRootType(operation.operation))
    return gatewayRefusals.validationFailed({ detail: `The schema has no ${operation.operation}.` });
  const found = longestGivenName(schema, operation, variables);
  return found > limits.nameLength ? gatewayRefusals.nameTooLong({ found, allowed: limits.nameLength }) : null;
}
