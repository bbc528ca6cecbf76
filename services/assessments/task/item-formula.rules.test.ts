// Formulas of checklist items: each pattern that scoring knows, on what was confirmed; and what is missing gives its weight to the others.
import fc from 'fast-check';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { regionChecklistKind, unitChecklistKind } from './checklist-pack.rules';
import { type ConfirmedReport, type ItemFormula, scoreItem, scoreOfList } from './item-formula.rules';

const report = (change: Partial<ConfirmedReport>): ConfirmedReport => ({
  percent: 100,
  done: null,
  wanted: null,
  cases: 0,
  ...change,
});

test.each<[ItemFormula, Partial<ConfirmedReport>, string | null]>([
  [{ pattern: 'proportional' }, { percent: 60 }, '6.0000'],
  [{ pattern: 'proportional' }, { percent: 60, done: 3, wanted: 4 }, '7.5000'],
  [{ pattern: 'full-only-at-100-percent' }, { percent: 99 }, '0.0000'],
  [{ pattern: 'full-only-at-100-percent' }, { percent: 100 }, '10.0000'],
  [{ pattern: 'one-short-is-zero' }, { done: 4, wanted: 5 }, '0.0000'],
  [{ pattern: 'one-short-is-zero' }, { done: 5, wanted: 5 }, '10.0000'],
  [{ pattern: 'minus-per-tenth-point', minusPerTenth: '1' }, { done: 997, wanted: 1000 }, '7.0000'],
  [{ pattern: 'minus-per-tenth-point', minusPerTenth: '1' }, { percent: 95 }, '0.0000'],
  [{ pattern: 'minus-per-case', minusPerCase: '2.5' }, { cases: 3 }, '2.5000'],
  [{ pattern: 'minus-per-case', minusPerCase: '2.5' }, { cases: 9 }, '0.0000'],
  [{ pattern: 'zero-from-share', zeroFromPercent: '2' }, { done: 1, wanted: 100 }, '10.0000'],
  [{ pattern: 'zero-from-share', zeroFromPercent: '2' }, { done: 2, wanted: 100 }, '0.0000'],
  [{ pattern: 'zero-from-share', zeroFromPercent: '2' }, { percent: 100 }, null],
  [{ pattern: 'one-short-is-zero' }, { done: 0, wanted: 0 }, null],
])('%j on %j gives %s of 10', (formula, change, points) => {
  expect(scoreItem(formula, 10, report(change)).points).toBe(points);
});

test('what is missing gives its weight away, what is not confirmed yet keeps it, and no order matters', () => {
  const tasks = [
    { weight: 40, score: { points: '40.0000' } },
    { weight: 30, score: { points: null } },
    { weight: 30, score: null },
  ];
  expect(scoreOfList(tasks)).toEqual({
    score: '57.14',
    points: '40.0000',
    weight: 70,
    tasks: 3,
    scored: 1,
    missing: 1,
  });
  expect(scoreOfList([...tasks].reverse())).toEqual(scoreOfList(tasks));
  expect(scoreOfList([]).score).toBeNull();
  const task = fc.record({
    weight: fc.integer({ min: 1, max: 50 }),
    score: fc.option(fc.record({ points: fc.constantFrom(null, '0.0000', '1.0000') })),
  });
  fc.assert(
    fc.property(fc.array(task, { minLength: 1, maxLength: 20 }), (some) => {
      const { score } = scoreOfList(some);
      expect(score === null || (Number(score) >= 0 && Number(score) <= 100)).toBe(true);
    }),
  );
});

test('the shipped lists: 229 tasks over 41 units, two levels of regions, 100 points each', () => {
  const [units] = shippedPacks('checklists', unitChecklistKind, 'units');
  expect([units?.items.length, new Set(units?.items.map(({ unit }) => unit)).size]).toEqual([229, 41]);
  const [regions] = shippedPacks('checklists', regionChecklistKind, 'regions');
  expect(new Set(regions?.items.map(({ level }) => level))).toEqual(new Set(['district', 'town']));
});
