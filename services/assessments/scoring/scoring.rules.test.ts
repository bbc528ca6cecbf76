// The town's score: hand-computed sheets, missing items redistributed, and one visit less changing only what it should.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { formatFraction, fractionOf, parseDecimal } from './fraction.rules';
import { type EvidenceNode, type ScoringInputs, score } from './scoring.rules';
import { parseScoringPack, type ScoringItem, type ScoringPack } from './scoring-pack.rules';

const json = (): ScoringPack => JSON.parse(readFileSync(join(projectRoot, 'data/scoring/towns-2018.json'), 'utf8'));
const towns = parseScoringPack(json());
const full: ScoringInputs = {
  'visit-coverage': { numerator: 850n, denominator: 900n },
  'task-confirmation': { numerator: 7n, denominator: 8n },
  'payment-execution': { numerator: 123456n, denominator: 200000n },
};
const nodesOf = (node: EvidenceNode): EvidenceNode[] => [node, ...node.children.flatMap(nodesOf)];
const pointsOf = (inputs: ScoringInputs, pack = towns) =>
  Object.fromEntries(nodesOf(score(pack, inputs).evidence).map(({ node, points }) => [node, points]));

function oneItem(change: Partial<ScoringItem>): ScoringPack {
  const item = {
    node: 'tasks',
    title: { zh: '任务', en: 'tasks' },
    weight: '20',
    indicator: 'task-confirmation',
    pattern: 'proportional',
    clause: { zh: 'c', en: 'c' },
    source: 'guangyuan',
    ...change,
  };
  return parseScoringPack({
    ...json(),
    root: { node: 'all', title: { zh: '总', en: 'all' }, weight: '20', children: [item] },
  });
}
const scored = (pack: ScoringPack, numerator: bigint, denominator: bigint) =>
  score(pack, { 'task-confirmation': { numerator, denominator } }).score;

test('a full sheet: 40·850/900 + 30·7/8 + 30·0.61728', () => {
  expect(score(towns, full).score).toBe('82.55'); // 37.7778 + 26.25 + 18.5184 = 82.5462
  expect(pointsOf(full)).toEqual({
    town: '82.5462',
    help: '64.0278',
    'visit-coverage': '37.7778',
    'task-confirmation': '26.2500',
    funds: '18.5184',
    'payment-execution': '18.5184',
  });
});

test('a missing item gives its weight to its group, a missing group to the other groups, and neither counts as zero', () => {
  const noTasks = score(towns, { ...full, 'task-confirmation': { numerator: 0n, denominator: 0n } });
  expect(noTasks.score).toBe('84.63'); // 70·850/900 + 18.5184 = 66.1111 + 18.5184
  const help = noTasks.evidence.children[0];
  expect(help?.children.map(({ effectiveWeight, missing }) => [effectiveWeight, missing])).toEqual([
    ['70.0000', false],
    ['0.0000', true],
  ]);
  expect(help?.formula.zh).toContain('缺项 任务确认率');
  const onlyHelp = score(towns, { ...full, 'payment-execution': null });
  expect(onlyHelp.score).toBe('91.47'); // 64.027777… · 100/70
  expect(onlyHelp.evidence.children[1]).toMatchObject({ missing: true, points: null });
  expect(score(towns, {})).toMatchObject({ score: null, evidence: { missing: true } });
});

test('full only at 100 %: one task short is nothing', () => {
  const pack = oneItem({ pattern: 'full-only-at-100-percent' });
  expect([scored(pack, 8n, 8n), scored(pack, 9n, 8n), scored(pack, 7n, 8n)]).toEqual(['20.00', '20.00', '0.00']);
});

test('each whole 0.1 point below 100 % takes one off, down to nothing', () => {
  const pack = oneItem({ pattern: 'minus-per-tenth-point', minusPerTenth: '1' });
  // 99.95 % is not yet a whole tenth short; 99.9 % is one; 99.45 % is five; 98 % is twenty; 50 % stays at nothing
  expect([9995n, 9990n, 9945n, 9800n, 5000n].map((done) => scored(pack, done, 10000n))).toEqual([
    '20.00',
    '19.00',
    '15.00',
    '0.00',
    '0.00',
  ]);
});

test('one person short is nothing; each verified case takes off; a share of wrong households takes all', () => {
  const short = oneItem({ pattern: 'one-short-is-zero' });
  expect([scored(short, 26000n, 26000n), scored(short, 25999n, 26000n)]).toEqual(['20.00', '0.00']);
  const cases = oneItem({ pattern: 'minus-per-case', minusPerCase: '1' });
  // Cases are counted whatever the total: none filed is none verified, and full marks.
  expect([0n, 1n, 19n, 20n, 50n].map((count) => scored(cases, count, 0n))).toEqual([
    '20.00',
    '19.00',
    '1.00',
    '0.00',
    '0.00',
  ]);
  const wrong = oneItem({ pattern: 'zero-from-share', zeroFromPercent: '5' });
  expect([scored(wrong, 49n, 1000n), scored(wrong, 50n, 1000n)]).toEqual(['20.00', '0.00']);
  expect(() => oneItem({ pattern: 'minus-per-case' })).toThrow('minusPerCase');
  expect(() => oneItem({ pattern: 'proportional', zeroFromPercent: '5' })).toThrow('zeroFromPercent');
  expect(() => oneItem({ indicator: 'weather' })).toThrow('root.children.0.indicator');
});

test('the score rounds half-up once, from the exact sum', () => {
  expect(formatFraction(parseDecimal('33.335'), 2)).toBe('33.34');
  expect(formatFraction(fractionOf(2n, 3n), 4)).toBe('0.6667');
  expect(scored(oneItem({}), 3333n, 20000n)).toBe('3.33');
  expect(scored(oneItem({}), 13341n, 40000n)).toBe('6.67'); // 6.6705
});

test('one visit less changes the visits, their group and the town, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 5 }), (visited, unvisited) => {
      const figures = (numerator: number) => ({
        numerator: BigInt(numerator),
        denominator: BigInt(visited + unvisited),
      });
      const before = pointsOf({ ...full, 'visit-coverage': figures(visited) });
      const after = pointsOf({ ...full, 'visit-coverage': figures(visited - 1) });
      const changed = Object.keys(before).filter((node) => before[node] !== after[node]);
      expect(changed.sort()).toEqual(['help', 'town', 'visit-coverage']);
    }),
  );
});

test('points of the items sum to the score, which stays between 0 and 100, whatever is missing', () => {
  const figures = fc.option(
    fc.record({
      numerator: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      denominator: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    }),
    { nil: null },
  );
  const inputs = fc.record({ 'visit-coverage': figures, 'task-confirmation': figures, 'payment-execution': figures });
  fc.assert(
    fc.property(inputs, (inputs) => {
      const outcome = score(towns, inputs);
      const items = nodesOf(outcome.evidence).filter(({ indicator }) => indicator !== null);
      expect(outcome.score === null).toBe(items.every(({ missing }) => missing));
      const sum = items.reduce((total, item) => total + Number(item.points ?? 0), 0);
      expect(Math.abs(sum - Number(outcome.score ?? 0))).toBeLessThan(0.0052);
      const weight = items.reduce((total, item) => total + Number(item.effectiveWeight), 0);
      expect(Math.abs(weight - (outcome.score === null ? 0 : 100))).toBeLessThan(0.001);
      expect(Number(outcome.score ?? 0)).toBeLessThanOrEqual(100);
    }),
  );
});

test('figures below zero are refused by indicator, and packs by field', () => {
  expect(() => score(towns, { 'visit-coverage': { numerator: -1n, denominator: 3n } })).toThrow(
    expect.objectContaining({ code: 'INDICATOR_INVALID' }),
  );
  const ill = json();
  Object.assign(ill.root.children[1] ?? {}, { weight: '31' });
  expect(() => parseScoringPack(ill)).toThrow(
    expect.objectContaining({
      code: 'SCORING_PACK_INVALID',
      facts: expect.objectContaining({ field: 'root.children' }),
    }),
  );
  expect(() => oneItem({ pattern: 'minus-per-tenth-point' })).toThrow('minusPerTenth');
  expect(() => oneItem({ source: 'hearsay' })).toThrow('root.children.0.source');
});
