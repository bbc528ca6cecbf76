// What an operation costs when nobody asked it before, beside the same one known: each is asked once, and then some times more.
import { prng } from '../../data/generate/prng';
import { median, quantile } from '../measure/statistics';
import { generateOperation } from './generate-operations';
import type { OpenGraph } from './open-graph-child';

export interface FirstSeenFigure {
  operations: number;
  /** milliseconds, medians */
  first: number;
  known: number;
  /** first ÷ known, of each operation by itself: median and the worst tenth */
  ratio: number;
  ratioOfWorstTenth: number;
}

const AGAIN = 5;

/** The first of a process compile the planner itself: they are told apart from those that come when it is warm. */
export async function timeFirstSeen(graph: OpenGraph, groups: readonly number[]): Promise<FirstSeenFigure[]> {
  const random = prng(4, 'first seen');
  const { path } = graph.userOf('town');
  const households = graph.ground.households.filter((each) => each.path.startsWith(path)).map(({ id }) => id);
  const figures: FirstSeenFigure[] = [];
  let place = 900_000;
  for (const operations of groups) {
    const firsts: number[] = [];
    const knowns: number[] = [];
    const token = await graph.tokenOf('town');
    for (let at = 0; at < operations; at++) {
      const operation = generateOperation(random, place++, households);
      firsts.push((await graph.connection.ask(operation, token)).milliseconds);
      const again: number[] = [];
      for (let time = 0; time < AGAIN; time++) again.push((await graph.connection.ask(operation, token)).milliseconds);
      knowns.push(median(again));
    }
    const ratios = firsts.map((first, at) => first / (knowns[at] as number));
    figures.push({
      operations,
      first: median(firsts),
      known: median(knowns),
      ratio: median(ratios),
      ratioOfWorstTenth: quantile(ratios, 0.9),
    });
  }
  return figures;
}
