// A difference as its reader needs it: who asked what, the smallest operation that still shows it, and both answers.
import type { Operation } from '#platform/graph/subgraph';
import type { Compared } from './compare-subgraphs';
import { shrinkOperation } from './shrink-operation';

/** What was asked and how it went, over a whole run. */
export interface Report {
  /** a text for each difference; a run ends at the tenth */
  found: string[];
  asked: number;
  /** answered in full, answered with refusals, and refused outright */
  answered: number;
  refused: number;
  outright: number;
}

export const MOST_FOUND = 10;

export const emptyReport = (): Report => ({ found: [], asked: 0, answered: 0, refused: 0, outright: 0 });

/** Compares, counts, and on a difference shrinks the operation and tells it. */
export async function compareInto(
  report: Report,
  who: string,
  operation: Operation,
  compare: (operation: Operation) => Promise<Compared>,
): Promise<void> {
  let { found, plain } = await compare(operation);
  // Connections and sessions are waited for only so long, and a busy machine is no difference; what stays one is told.
  for (let again = 0; found?.includes('UNAVAILABLE') && again < 3; again++)
    ({ found, plain } = await compare(operation));
  report.asked++;
  const { data, errors } = JSON.parse(plain.text) as { data?: unknown; errors?: unknown[] };
  if (data === undefined || data === null) report.outright++;
  else if (errors) report.refused++;
  else report.answered++;
  if (!found) return;
  const smallest = await shrinkOperation(operation, async (smaller) => (await compare(smaller)).found !== null);
  const again = (await compare(smallest)).found ?? `${found}\n  (not again: it comes and goes)`;
  const { query, variables, operationName } = smallest;
  const told = [
    `variables: ${JSON.stringify(variables ?? null)}`,
    ...(operationName ? [`name: ${operationName}`] : []),
  ];
  report.found.push([`as ${who}:`, query, told.join(', '), again].join('\n'));
}
