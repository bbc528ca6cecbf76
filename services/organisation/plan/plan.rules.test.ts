// Plans: quarters in order and never falling back, two people behind one, and planned against done by quarter.

import { readPack } from '#platform/vocabulary/pack';
import type { Refusal } from '#platform/vocabulary/refusal';
import { shippedPacks } from '../../../data/load/shipped-packs';
import { type LayoutPack, layoutKind, stageOf, stagesOf } from './layout.rules';
import { checkDraftPlan, checkPlanApproval, progressByQuarter } from './plan.rules';

const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};
const target = (quarter: string, households: number, people = households * 2) => ({ quarter, households, people });

test('targets are quarters of the year in order, cumulative, with no fewer people than households', () => {
  const check = (targets: ReturnType<typeof target>[], due: string[] = []) =>
    codeOf(() =>
      checkDraftPlan(
        2018,
        targets,
        due.map((dueOn) => ({ dueOn })),
      ),
    );
  expect(check([target('2018Q2', 10), target('2018Q4', 30)], ['2018-06-30'])).toBeNull();
  expect(check([target('2018Q2', 10), target('2018Q2', 30)])).toBe('INVALID_INPUT');
  expect(check([target('2018Q3', 10), target('2018Q2', 30)])).toBe('INVALID_INPUT');
  expect(check([target('2018Q2', 10), target('2018Q3', 9, 30)])).toBe('INVALID_INPUT');
  expect(check([target('2019Q1', 10)])).toBe('INVALID_INPUT');
  expect(check([target('2018Q1', 10, 9)])).toBe('INVALID_INPUT');
  expect(check([], ['2019-01-01'])).toBe('INVALID_INPUT');
  expect(check([])).toBe('PLAN_EMPTY');
});

test('who made a plan does not approve it, and one that is decided is not decided again', () => {
  const open = { madeBy: 'a', approvedAt: null, withdrawnAt: null };
  const then = new Date('2018-01-10T00:00:00Z');
  expect(codeOf(() => checkPlanApproval(open, 'b'))).toBeNull();
  expect(codeOf(() => checkPlanApproval(open, 'a'))).toBe('PLAN_BY_SAME_PERSON');
  expect(codeOf(() => checkPlanApproval({ ...open, approvedAt: then }, 'b'))).toBe('PLAN_APPROVED');
  expect(codeOf(() => checkPlanApproval({ ...open, withdrawnAt: then }, 'b'))).toBe('PLAN_WITHDRAWN');
});

test('a milestone counts in its quarter: done, or overdue from the day after, also when it was done late', () => {
  const milestones = [
    { dueOn: '2018-03-31', doneOn: '2018-03-31' },
    { dueOn: '2018-03-31', doneOn: '2018-04-01' },
    { dueOn: '2018-04-01', doneOn: null },
  ];
  const on = (today: string) => progressByQuarter(2018, [target('2018Q2', 10)], milestones, today);
  expect(on('2018-04-01').map(({ milestones: due, done, overdue }) => [due, done, overdue])).toEqual([
    [2, 2, 1],
    [1, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(on('2018-04-02')[1]).toMatchObject({ overdue: 1, plannedHouseholds: 10, plannedPeople: 20 });
  expect(on('2018-04-02')[0]).toMatchObject({ plannedHouseholds: null });
});

test('a year has one stage of the layout, and a year beyond it none', () => {
  const stage = (year: number) => ({ year, code: 'done', title: { zh: '完成', en: 'Done' } });
  const [shipped] = shippedPacks('layout', layoutKind);
  const layout = stagesOf({ ...shipped, stages: [stage(2019), stage(2018)] } as LayoutPack);
  expect(layout.map(({ year }) => year)).toEqual([2018, 2019]);
  expect(stageOf(layout, 2019).source).toContain('Press report');
  expect(codeOf(() => stageOf(layout, 2021))).toBe('YEAR_NOT_IN_LAYOUT');
  expect(readPack(layoutKind, { ...shipped, stages: [stage(2018), stage(2018)] }).flaws).toMatchObject([
    { path: 'stages' },
  ]);
});
