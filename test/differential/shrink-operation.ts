// Makes an operation that differs as small as it can be: takes out one part after another for as long as the difference stays.
import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Operation } from '#platform/graph/subgraph';

const MOST_TRIES = 400;

/** `differs` asks both ways anew. */
export async function shrinkOperation(
  operation: Operation,
  differs: (operation: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  let tries = 0;
  for (let at = 0; tries < MOST_TRIES; ) {
    const smaller = without(smallest, at);
    if (smaller === undefined) break;
    tries++;
    if (smaller !== null && (await differs(smaller))) smallest = smaller;
    else at++;
  }
  return smallest;
}

const REMOVABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
  Kind.VARIABLE_DEFINITION,
]);

/** The operation without its `index`-th part; null when that leaves no query, undefined when there is no such part. */
function without(operation: Operation, index: number): Operation | null | undefined {
  let document: DocumentNode;
  try {
    document = parse(operation.query);
  } catch {
    return undefined;
  }
  let count = -1;
  let removed = false;
  const target = visit(document, {
    enter(node) {
      if (removed || !REMOVABLE.has(node.kind) || ++count !== index) return undefined;
      removed = true;
      return null;
    },
  });
  if (!removed) return undefined;
  try {
    const query = print(target);
    parse(query);
    return { ...operation, query, variables: keptVariables(query, operation.variables) };
  } catch {
    return null;
  }
}

function keptVariables(query: string, variables: Operation['variables']): Operation['variables'] {
  if (!variables) return undefined;
  return Object.fromEntries(Object.entries(variables).filter(([name]) => query.includes(`$${name}`)));
}
