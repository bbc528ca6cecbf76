// The short way through the gateway (已知操作直达): an operation that has been through Apollo Server once, with good variables, is run at once.
import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Log } from '#platform/process/log';
import type { GraphRequest } from '../graph-server';
import type { Limits } from '../limits/limits';
import type { RequestRecord } from '../request-record';
import { tellError } from '../tell-error';
import type { PlannedGateway } from './planned-gateway';
import type { Sources } from './run-plan';

export interface KnownSettings {
  gateway: PlannedGateway;
  sources: Sources;
  limits: Limits;
  log: Log;
}

interface Asked {
  query?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: unknown;
}

/** null for whatever is not plainly known and good: Apollo Server reads, refuses and tells it. */
export function answerKnown(
  { gateway, sources, limits, log }: KnownSettings,
  { method, headers, body }: GraphRequest,
  record: RequestRecord,
): Promise<HTTPGraphQLResponse> | null {
  const { query, operationName, variables = {}, extensions } = (body ?? {}) as Asked;
  if (method !== 'POST' || query === undefined || extensions !== undefined) return null;
  const accept = headers.get('accept');
  if (accept !== undefined && accept !== '*/*' && accept !== 'application/json') return null;
  const known = gateway.knownOperation(query, operationName);
  const understood = known?.variablesOf(variables);
  if (!known || !understood || !isCheap()) return null;
  record.operationName = known.operation.name?.value ?? null;
  record.operationType = known.operation.operation;
  return run();

  function isCheap(): boolean {
    try {
      return (known?.costOf(variables, limits) ?? Infinity) <= limits.cost;
    } catch {
      return false;
    }
  }

  async function run(): Promise<HTTPGraphQLResponse> {
    const { data, errors } = await (known as NonNullable<typeof known>).run(
      variables,
      understood ?? {},
      sources,
      record,
    );
    const told = errors && tell(errors, log, record);
    const text = JSON.stringify(told ? { errors: told, data } : { data });
    const answer = new HeaderMap([['content-type', 'application/json; charset=utf-8']]);
    return { headers: answer, body: { kind: 'complete', string: text } };
  }
}

function tell(errors: readonly GraphQLError[], log: Log, record: RequestRecord): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { error: told, own } = tellError(error, log, record);
    const code = String(told.extensions?.code);
    record.codes.push(code);
    if (own) record.ownCodes.push(code);
    return told;
  });
}
