// `npm run bench -- growth`: what grows with the data, with the number of different operations, and with the first time of each.
import type { Log } from '#platform/process/log';
import { prepareDatabase } from '../ground/prepare-database';
import { compareSizes } from './compare-sizes';
import { countMemory, megabytes } from './count-memory';
import { openGraphChild } from './open-graph-child';
import { timeFirstSeen } from './time-first-seen';

export const growthParts = ['first-seen', 'memory', 'data'] as const;
export type GrowthPart = (typeof growthParts)[number];

export interface GrowthArguments {
  parts: readonly GrowthPart[];
  rounds: number;
  operations: number;
}

const FIRST = [20, 80, 200];

/** Answers its part of the JSON line. */
export async function measureGrowth(
  { parts, rounds, operations }: GrowthArguments,
  log: Log,
  say: (text: string) => void,
): Promise<unknown> {
  const told: Record<string, unknown> = {};
  const small = await openGraphChild(await prepareDatabase(log, 'S1'), 'graph S1');
  if (parts.includes('first-seen')) {
    say('\n初见的操作与已知的操作之比 · an operation first seen ÷ the same one known (pass 4)');
    const figures = await timeFirstSeen(small, FIRST);
    for (const { operations: count, first, known, ratio, ratioOfWorstTenth } of figures)
      say(
        `  ${count} 个 operations: ${first.toFixed(2)} ms ÷ ${known.toFixed(2)} ms, ratio ${ratio.toFixed(2)}, worst tenth ${ratioOfWorstTenth.toFixed(2)}`,
      );
    told['first-seen'] = figures;
  }
  if (parts.includes('memory')) {
    say(`\n${operations} 个不同操作后的内存 · memory over ${operations} different operations, after a collection`);
    const figures = await countMemory(small, operations, say);
    const [, early] = figures;
    const last = figures.at(-1);
    if (early && last)
      say(`  ${megabytes(last.heap - early.heap)} MB 增长 · more heap after the last than after the first fifth`);
    told.memory = figures;
  }
  if (parts.includes('data')) {
    const large = await openGraphChild(await prepareDatabase(log, 'S71'), 'graph S71', 'users');
    say('\nS71 ÷ S1，同一用户的同一问题 · the same question of the same user (pass 1.3)');
    const figures = await compareSizes(small, large, rounds);
    for (const { what, level, small: here, large: there, time } of figures)
      say(
        `  ${what}, ${level}: ${there.toFixed(2)} ms ÷ ${here.toFixed(2)} ms, ratio ${time.ratio.toFixed(2)} (${time.spread.map((each) => each.toFixed(2)).join('–')})`,
      );
    told.data = figures.map(({ what, level, time }) => ({ what, level, ratio: time.ratio, spread: time.spread }));
    await large.connection.close();
  }
  await small.connection.close();
  return told;
}
