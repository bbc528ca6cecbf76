// Runs operations, drawn ones and those of the suite, through the subgraphs in both ways, and tells each difference.
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import type { Operation } from '#platform/graph/subgraph';
import type { Caller } from '#platform/vocabulary/caller';
import { prng } from '../../data/generate/prng';
import type { World } from '../harness/world';
import { openAuditRows } from './audit-rows';
import { compareSubgraphs, type Executes } from './compare-subgraphs';
import { askers, callerOfAsker, drawCaller, oneOfEachKind } from './draw-caller';
import { drawOperation } from './draw-operation';
import { operationsIn } from './known-operations';
import { compareInto, emptyReport, MOST_FOUND, type Report } from './tell-difference';
import type { Values } from './world-values';

export interface BothSubgraphWorlds {
  plain: World;
  compiled: World;
  /** puts something between the comparison and the compiled subgraph, to see that it is found */
  bend?: (subgraph: Executes) => Executes;
}

export interface AskedSubgraph {
  name: SubgraphName;
  operation: Operation;
  asker: string | null;
  caller: Caller;
}

export async function differSubgraphs(
  { plain, compiled, bend }: BothSubgraphWorlds,
  asked: Iterable<AskedSubgraph>,
): Promise<Report> {
  const report = emptyReport();
  const rows = await openAuditRows(plain);
  for (const { name, operation, asker, caller } of asked) {
    if (report.found.length >= MOST_FOUND) break;
    const bent = bend ? bend(compiled.subgraphs[name]) : compiled.subgraphs[name];
    const who = `${asker ?? 'nobody'}${caller.service ? ` through ${caller.service}` : ''}, of ${name}`;
    await compareInto(report, who, operation, (each) =>
      compareSubgraphs({ plain: plain.subgraphs[name], compiled: bent, rows }, each, caller),
    );
  }
  await rows.close();
  return report;
}

export interface Drawing {
  values: Values;
  seed: number;
  /** operations, a quarter for each subgraph */
  count: number;
  /** how many ask each of them, in turn */
  askersEach: number;
}

export function* drawnForSubgraphs({ city, subgraphs }: World, drawing: Drawing): Generator<AskedSubgraph> {
  const { values, seed, count, askersEach } = drawing;
  for (let at = 0; at < count; at++) {
    const name = subgraphNames[at % subgraphNames.length] ?? 'organisation';
    const operation = drawOperation({ schema: subgraphs[name].compiled.lean, values }, seed, at);
    for (const [turn, asker] of inTurn(askers, Math.floor(at / subgraphNames.length), askersEach).entries())
      yield { name, operation, asker, caller: drawCaller(city, asker, prng(seed, 'caller', at, turn)) };
  }
}

/** The suite's own queries of a subgraph, each as one of every kind of post, directly and through another subgraph. */
export function* knownToSubgraphs({ city }: World, values: Values): Generator<AskedSubgraph> {
  for (const [at, { subgraph, query, variables }] of operationsIn(city, values).entries()) {
    const name = subgraphNames.find((each) => each === subgraph);
    if (!name) continue;
    for (const asker of oneOfEachKind(city, askers, at)) {
      const caller = callerOfAsker(city, asker);
      const service = query.includes('Facts') || query.includes('ForPayment') || query.includes('ForStay');
      for (const each of service
        ? [caller, { ...caller, service: 'assessments' }, { ...caller, service: 'funds' }]
        : [caller])
        yield { name, operation: { query, variables }, asker, caller: each as Caller };
    }
  }
}

/** `each` of them for the `round`-th operation, so that everybody's turn comes equally often. */
export function inTurn<T>(all: readonly T[], round: number, each: number): T[] {
  const from = round * each;
  return Array.from({ length: Math.min(each, all.length) }, (_, at) => all[(from + at) % all.length] as T);
}
