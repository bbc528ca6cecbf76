// The evaluation by the pack that ships: figures by share, judgement as told, and the Ministry's bands at their very bounds.
import { readFileSync } from 'node:fs';
import { readPack } from '#platform/vocabulary/pack';
import { bandOf, type PerformancePack, performancePackKind, scoreItems } from './performance-pack.rules';

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
