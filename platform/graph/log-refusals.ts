// One row in the operation log for each request and subgraph that refused something: what was asked for, and with which codes it ended.
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Context } from './context';
import { type FaultLog, refusalOf } from './errors';

export async function logRefusals(
  context: Context,
  document: DocumentNode,
  errors: readonly GraphQLError[],
  log: FaultLog,
): Promise<void> {
  const refused = errors.flatMap((error) => {
    const refusal = refusalOf(error);
    return refusal && refusal.code !== 'UNAVAILABLE'
      ? [{ code: refusal.code, path: (error.path ?? []).filter((step) => typeof step === 'string').join('.') }]
      : [];
  });
  if (refused.length === 0) return;
  const places = [...new Set(refused.map(({ code, path }) => `${code} ${path}`))].slice(0, 20);
  const codes = [...new Set(refused.map(({ code }) => code))].join(' ');
  await context.inScope
    .write(
      { action: rootFieldsOf(document), kind: 'refusal', result: codes, facts: { places } },
      async () => undefined,
      context.caller.scope,
    )
    .catch((error: Error) =>
      log.error({ err: error, operationId: context.caller.operationId, codes }, 'a refusal could not be logged'),
    );
}

function rootFieldsOf(document: DocumentNode): string {
  const names = document.definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition'
      ? definition.selectionSet.selections.map((selection) => (selection.kind === 'Field' ? selection.name.value : '…'))
      : [],
  );
  return [...new Set(names)].slice(0, 10).join(' ');
}
