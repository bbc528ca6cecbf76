// Growth over operations: the heap of the graph after a collection, each so many operations that nobody asked before.
import { prng } from '../../data/generate/prng';
import { GraphConnection } from './ask-graph';
import { generateOperation } from './generate-operations';
import type { OpenGraph } from './open-graph-child';
import type { Memory } from './serve-watched-graph';

export interface MemoryFigure extends Memory {
  operations: number;
}

const STEPS = 5;
const CONNECTIONS = 4;
/** A token lives for 15 minutes; a new one is taken well before. */
const ASKED_WITH_ONE_TOKEN = 2000;

/** Flat: from the first fifth, when all caches are full, to the last. */
export async function countMemory(
  graph: OpenGraph,
  operations: number,
  say: (text: string) => void,
): Promise<MemoryFigure[]> {
  const random = prng(50_000, 'operations');
  const { path } = graph.userOf('town');
  const households = graph.ground.households.filter((each) => each.path.startsWith(path)).map(({ id }) => id);
  const figures: MemoryFigure[] = [{ operations: 0, ...(await graph.child.ask<Memory>('memory')) }];
  const connections = Array.from({ length: CONNECTIONS }, () => new GraphConnection(graph.origin));
  let token = await graph.tokenOf('town');
  let place = 0;
  for (let step = 1; step <= STEPS; step++) {
    const until = Math.round((operations * step) / STEPS);
    await Promise.all(
      connections.map(async (connection) => {
        while (place < until) {
          const mine = place++;
          if (mine % ASKED_WITH_ONE_TOKEN === 0) token = await graph.tokenOf('town');
          await connection.ask(generateOperation(random, mine, households), token);
        }
      }),
    );
    const figure = { operations: place, ...(await graph.child.ask<Memory>('memory')) };
    figures.push(figure);
    say(`  ${figure.operations}: heap ${megabytes(figure.heap)} MB, resident ${megabytes(figure.resident)} MB`);
  }
  await Promise.all(connections.map((connection) => connection.close()));
  return figures;
}

export const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
