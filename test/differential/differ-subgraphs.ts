// Runs drawn operations through the subgraphs in both ways, and tells each difference.
import { subgraphNames } from '#platform/database/roles';
import { prng } from '../../data/generate/prng';
import type { World } from '../harness/world';
import { openAuditRows } from './audit-rows';
import { compareSubgraphs, type Executes } from './compare-subgraphs';
import { askers, drawCaller } from './draw-caller';
import { drawOperation } from './draw-operation';
import { compareInto, emptyReport, MOST_FOUND, type Report } from './tell-difference';
import type { Values } from './world-values';

export interface SubgraphRun {
  plain: World;
  compiled: World;
  values: Values;
  seed: number;
  /** operations, a quarter for each subgraph */
  count: number;
  /** how many ask each of them, in turn */
  askersEach: number;
  /** puts something between the comparison and the compiled subgraph, to see that it is found */
  bend?: (subgraph: Executes) => Executes;
}

export async function differSubgraphs(run: SubgraphRun): Promise<Report> {
  const { plain, compiled, values, seed, count, askersEach, bend } = run;
  const report = emptyReport();
  const rows = await openAuditRows(plain);
  for (let at = 0; at < count; at++) {
    const name = subgraphNames[at % subgraphNames.length] ?? 'organisation';
    const operation = drawOperation({ schema: plain.subgraphs[name].compiled.lean, values }, seed, at);
    const bent = bend ? bend(compiled.subgraphs[name]) : compiled.subgraphs[name];
    for (const [turn, asker] of inTurn(askers, Math.floor(at / subgraphNames.length), askersEach).entries()) {
      if (report.found.length >= MOST_FOUND) break;
      const caller = drawCaller(plain.city, asker, prng(seed, 'caller', at, turn));
      const who = `${asker ?? 'nobody'}${caller.service ? ` through ${caller.service}` : ''}, of ${name}`;
      await compareInto(report, who, operation, (each) =>
        compareSubgraphs({ plain: plain.subgraphs[name], compiled: bent, rows }, each, caller),
      );
    }
  }
  await rows.close();
  return report;
}

/** `each` of them for the `round`-th operation, so that everybody's turn comes equally often. */
export function inTurn<T>(all: readonly T[], round: number, each: number): T[] {
  const from = round * each;
  return Array.from({ length: Math.min(each, all.length) }, (_, at) => all[(from + at) % all.length] as T);
}
