// Packs follow one another without gap or overlap, tell what they change, and are refused by the place of what is wrong.

import { type PackEnvelope, type PackKind, readPack } from './pack';
import { followingOf } from './pack-chain';
import { changesBetween } from './pack-changes';
import { Refusal } from './refusal';

const codeOf = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as Refusal).code;
  }
};
const latest = (inForceTo: string | null) => ({ name: 'first', effectiveFrom: '2018-01-01', inForceTo });
const next = (effectiveFrom: string, gapReason: string | null = null) => ({ effectiveFrom, gapReason });

test.each([
  [null, next('2018-04-01'), { cuts: false, follows: false }],
  [latest(null), next('2018-04-01'), { cuts: true, follows: true }],
  [latest('2019-01-01'), next('2018-04-01'), { cuts: true, follows: true }],
  [latest('2018-04-01'), next('2018-04-01'), { cuts: false, follows: true }],
  [latest('2018-04-01'), next('2018-07-01'), 'PACK_LEAVES_GAP'],
  [latest('2018-04-01'), next('2018-07-01', ' '), 'PACK_LEAVES_GAP'],
  [latest('2018-04-01'), next('2018-07-01', '试点期满'), { cuts: false, follows: false }],
  [latest(null), next('2018-01-01'), 'PACK_LATER_STANDS'],
  [latest(null), next('2017-01-01'), 'PACK_LATER_STANDS'],
])('after %j comes %j: %j', (before, after, expected) => {
  expect(codeOf(() => followingOf(before, after))).toEqual(expected);
});

test('changes are told by the name of the item, wherever it stands, and by number where items have no names', () => {
  const before = {
    a: 1,
    list: [
      { key: 'x', n: 1 },
      { key: 'y', n: 2 },
    ],
    days: ['2018-01-01'],
  };
  const after = {
    a: 1,
    list: [
      { key: 'y', n: 3 },
      { key: 'z', n: 1 },
    ],
    days: ['2018-01-02'],
    b: null,
  };
  expect(changesBetween(before, after)).toEqual([
    { path: 'list[x]', before: { key: 'x', n: 1 }, after: null },
    { path: 'list[y].n', before: 2, after: 3 },
    { path: 'list[z]', before: null, after: { key: 'z', n: 1 } },
    { path: 'days[0]', before: '2018-01-01', after: '2018-01-02' },
    { path: 'b', before: null, after: null },
  ]);
  expect(changesBetween(before, structuredClone(before))).toEqual([]);
});

test('what is counted by the quarter starts and ends with one, and ends after it starts', () => {
  const kind: PackKind = {
    subgraph: 'assessments',
    kind: 'toy',
    title: { zh: '样例', en: 'toy' },
    startsOn: 'quarter',
    schema: { safeParse: (json) => ({ success: true, data: json as PackEnvelope }) },
  };
  const flaws = (effectiveFrom: string, effectiveTo: string | null) =>
    readPack(kind, { effectiveFrom, effectiveTo }).flaws.map(({ path }) => path);
  expect(flaws('2018-04-01', '2019-01-01')).toEqual([]);
  expect(flaws('2018-05-01', null)).toEqual(['effectiveFrom']);
  expect(flaws('2018-04-01', '2018-03-31')).toEqual(['effectiveTo', 'effectiveTo']);
});
