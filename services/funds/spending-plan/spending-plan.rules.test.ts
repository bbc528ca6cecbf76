// A spending plan: what it refuses, how it is drawn, and how it compares with what was paid.
import { checkUses, compareMonths, drawPlan, type PlannedUse, spentOn } from './spending-plan.rules';

const use = (more: Partial<PlannedUse> = {}): PlannedUse => ({
  ...{ month: '2018-05', regionId: 'town', projectId: null, amount: 100n },
  ...more,
});
const field = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return String((error as { facts: { field?: string } }).facts.field);
  }
  return 'nothing was refused';
};

test('a plan has lines of its own year, above zero, each month and user once', () => {
  expect(field(() => checkUses(2018, []))).toBe('lines');
  expect(field(() => checkUses(2018, [use({ month: '2019-01' })]))).toBe('lines.0.month');
  expect(field(() => checkUses(2018, [use(), use({ projectId: 'p', amount: 0n })]))).toBe('lines.1.amount');
  expect(field(() => checkUses(2018, [use(), use()]))).toBe('lines.1');
  expect(field(() => checkUses(2018, [use(), use({ month: '2018-06' }), use({ projectId: 'p' })]))).toBe(
    'nothing was refused',
  );
});

test('what waits is wanted now, and a project’s rest is spread over its months to the last fen', () => {
  const waiting = { regionId: 'town', projectId: null, startsOn: null, endsOn: null, fen: 70n };
  const project = { regionId: 'village', projectId: 'p', startsOn: '2018-03-01', endsOn: '2018-12-20', fen: 100n };
  const drawn = drawPlan(2018, '2018-10-09', [waiting, waiting, project]);
  expect(drawn.map(({ month, projectId, amount }) => `${month} ${projectId} ${amount}`)).toEqual([
    '2018-10 p 33',
    '2018-10 null 140',
    '2018-11 p 33',
    '2018-12 p 34',
  ]);
  const over = { ...project, endsOn: '2018-09-30' };
  expect(drawPlan(2018, '2018-10-09', [over])).toEqual([
    { month: '2018-10', regionId: 'village', projectId: 'p', amount: 100n },
  ]);
  expect(drawPlan(2018, '2019-01-02', [waiting, project])).toEqual([]);
  expect(drawPlan(2018, '2018-10-09', [{ ...project, fen: 0n }])).toEqual([]);
});

test('what was paid outside the plan shows in its month and on no line', () => {
  const spent = [
    { month: '2018-05', regionId: 'town', projectId: null, spent: 60n },
    { month: '2018-05', regionId: null, projectId: null, spent: 5n },
    { month: '2018-05', regionId: null, projectId: 'p', spent: 7n },
  ];
  expect(spentOn(use(), spent)).toBe(60n);
  expect(spentOn(use({ projectId: 'p', regionId: 'village' }), spent)).toBe(7n);
  expect(spentOn(use({ month: '2018-06' }), spent)).toBe(0n);
  expect(compareMonths(2018, [use()], spent)[4]).toEqual({ month: '2018-05', planned: 100n, spent: 72n });
});
