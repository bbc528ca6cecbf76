// Interleaved timing of two ways to answer the same: one question each in turn, and the one that begins changes; a round is told by its medians.
import { isDeepStrictEqual } from 'node:util';
import { median, quantile, type Ratio, ratioOf } from '../measure/statistics';
import type { Ask } from './open-both-ways';

export interface Pair {
  /** milliseconds of one answer, medians of the rounds */
  first: number;
  second: number;
  /** first ÷ second */
  time: Ratio;
  /** first ÷ second of each side's fastest tenth: what is left when others who share the machine are left out */
  floor: number;
  rows: number;
}

/** A generic plan is chosen at the sixth execution at the earliest. */
const WARM = 8;
const SIDE_MS = 25;
const MOST = 200;

export class AnswersDiffer extends Error {}

export async function timePair(name: string, first: Ask, second: Ask, rounds: number): Promise<Pair> {
  const [a, b] = [await first(), await second()];
  if (!isDeepStrictEqual(sorted(a), sorted(b)))
    throw new AnswersDiffer(`W4 ${name}: ${a.length} 行 ≠ ${b.length} 行 · the two ways answer differently`);
  for (let time = 0; time < WARM; time++) {
    await first();
    await second();
  }
  const once = Math.min(await timed(second), await timed(second), await timed(second));
  const times = Math.max(1, Math.min(MOST, Math.round(SIDE_MS / once)));
  const all: [number[], number[]] = [[], []];
  const each: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const here: [number[], number[]] = [[], []];
    for (let time = 0; time < times; time++) {
      const order = (round + time) % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      for (const side of order) here[side].push(await timed(side === 0 ? first : second));
    }
    for (const side of [0, 1] as const) {
      each[side].push(median(here[side]));
      all[side].push(...here[side]);
    }
  }
  const floor = Math.round((100 * quantile(all[0], 0.1)) / quantile(all[1], 0.1)) / 100;
  return { first: median(each[0]), second: median(each[1]), time: ratioOf(each[0], each[1]), floor, rows: a.length };
}

async function timed(ask: Ask): Promise<number> {
  const began = performance.now();
  await ask();
  return performance.now() - began;
}

/** Sums come in no promised order. */
function sorted(rows: unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).sort();
}
