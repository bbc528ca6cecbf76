// The evaluation by the pack that ships: figures by share, judgement as told, and the Ministry's bands at their very bounds.
import { readFileSync } from 'node:fs';
import { readPack } from '#platform/vocabulary/pack';
import {
  bandOf,
  type PerformancePack,
  performancePackKind,
  readDeductions,
  scoreItems,
  scoreOf,
} from './performance-pack.rules';

const json = JSON.parse(readFileSync('data/performance/laiwu-2018.json', 'utf8'));
const { content, flaws } = readPack(performancePackKind, json);
const pack = content as PerformancePack;

test('the pack that ships is sound; points that do not sum to a hundred, or bands that rise, are refused', () => {
  expect(flaws).toEqual([]);
  const items = pack.items.map((item) => ({ ...item, points: 30 }));
  expect(readPack(performancePackKind, { ...json, items }).flaws.map(({ path }) => path)).toEqual(['items']);
  const bands = [...pack.bands].reverse();
  expect(readPack(performancePackKind, { ...json, bands }).flaws.map(({ path }) => path)).toEqual(['bands']);
});

test('targets count as far as they were reached and no further, spending by its share', () => {
  const judged = { supervision: 18, records: 9 };
  const scored = scoreItems(pack, {
    targets: [
      { target: 60, actual: 90 },
      { target: 10, actual: 5 },
    ],
    ...{ paid: 7_500n, budget: 10_000n, judged },
  });
  expect(scored.map(({ points }) => points)).toEqual([38, 15, 18, 9]);
});

test('excellent from 90, good from 80, fair from 60, poor below', () => {
  expect([100, 90, 89, 80, 79, 60, 59, 0].map((score) => bandOf(pack, score))).toEqual([
    ...['excellent', 'excellent', 'good', 'good', 'fair', 'fair', 'poor', 'poor'],
  ]);
});

test('a violation costs what the pack says, once, and a score is never below nothing', () => {
  const taken = readDeductions(pack, [
    { code: 'misused', words: '挪用' },
    { code: 'unannounced', words: '未公示' },
  ]);
  expect(taken.map(({ points }) => points)).toEqual([20, 10]);
  const items = [{ code: 'targets', points: 25, of: 50 }];
  expect([scoreOf(items, []), scoreOf(items, taken.slice(1)), scoreOf(items, taken)]).toEqual([25, 15, 0]);
  for (const codes of [['unknown'], ['misused', 'misused']])
    expect(() =>
      readDeductions(
        pack,
        codes.map((code) => ({ code, words: '事实' })),
      ),
    ).toThrow(expect.objectContaining({ code: 'PERFORMANCE_DEDUCTION' }));
  const twice = [...(pack.deductions ?? []), pack.deductions?.[0]];
  expect(readPack(performancePackKind, { ...json, deductions: twice }).flaws.map(({ path }) => path)).toEqual([
    'deductions',
  ]);
});
