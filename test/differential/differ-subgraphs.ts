// Runs drawn operations through the subgraphs in both ways, and tells each difference with the smallest operation that still shows it.
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { Operation } from '#platform/graph/subgraph';
import type { Caller } from '#platform/vocabulary/caller';
import { prng } from '../../data/generate/prng';
import type { World } from '../harness/world';
import { type BothWays, compareSubgraphs, type Executes } from './compare-subgraphs';
import { askers, drawCaller } from './draw-caller';
import { drawOperation } from './draw-operation';
import { shrinkOperation } from './shrink-operation';
import { type Values } from './world-values';

export interface SubgraphRun {
  plain: World;
  compiled: World;
  values: Values;
  seed: number;
  /** operations of each subgraph */
  count: number;
  /** puts something between the comparison and the compiled subgraph, to see that it is found */
  bend?: (subgraph: Executes) => Executes;
}

export interface Report {
  /** a text for each difference; the run ends at the tenth */
  found: string[];
  asked: number;
  /** answers with data, those with a refusal, and those refused outright */
  answered: number;
  refused: number;
  outright: number;
}

const MOST_FOUND = 10;

export async function differSubgraphs(run: SubgraphRun): Promise<Report> {
  const report: Report = { found: [], asked: 0, answered: 0, refused: 0, outright: 0 };
  for (let at = 0; at < run.count; at++)
    for (const name of subgraphNames) {
      if (report.found.length >= MOST_FOUND) return report;
      const operation = drawOperation(
        { schema: run.plain.subgraphs[name].compiled.lean, values: run.values },
        run.seed,
        at * subgraphNames.length + subgraphNames.indexOf(name),
      );
      await compareOne(run, name, operation, at, report);
    }
  return report;
}

async function compareOne(run: SubgraphRun, name: SubgraphName, operation: Operation, at: number, report: Report) {
  const { plain, compiled, bend = (same: Executes) => same } = run;
  const asker = askers[at % askers.length] ?? null;
  const caller = drawCaller(plain.city, asker, prng(run.seed, 'caller', name, at));
  const both: BothWays = { plain: plain.subgraphs[name], compiled: bend(compiled.subgraphs[name]), sql: plain.sql };
  const { found, text } = await compareSubgraphs(both, operation, caller);
  report.asked++;
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown[] };
  if (data === undefined || data === null) report.outright++;
  else if (errors) report.refused++;
  else report.answered++;
  if (!found) return;
  const smallest = await shrinkOperation(
    operation,
    async (smaller) => (await compareSubgraphs(both, smaller, caller)).found !== null,
  );
  const again = await compareSubgraphs(both, smallest, caller);
  report.found.push(tell(name, asker, caller, smallest, again.found ?? `(the whole operation) ${found}`));
}

function tell(name: SubgraphName, asker: string | null, caller: Caller, operation: Operation, found: string): string {
  return [
    `${name}, as ${asker ?? 'nobody'}${caller.service ? ` through ${caller.service}` : ''}:`,
    operation.query,
    `variables: ${JSON.stringify(operation.variables ?? null)}${operation.operationName ? `, operationName: ${operation.operationName}` : ''}`,
    `    ${found}`,
  ].join('\n');
}
