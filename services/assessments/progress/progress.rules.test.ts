// Progress: only the owner reports, one report waits at a time, confirmed progress never falls, and nobody confirms the own work.
import { checkDecision, checkReport, type Officer, type StandingReport } from './progress.rules';

const liaison: Officer = { personId: 'p1', unitId: 'health', regionId: 'city' };
const townOfficer: Officer = { personId: 'p2', unitId: 'town-hall', regionId: 'town' };
const unitTask = { year: 2018, unitId: 'health', regionId: 'city' };
const townTask = { year: 2018, unitId: null, regionId: 'town' };
const today = '2018-05-01';
const report = (quarter: string, percent: number) => ({ quarter, percent });
const earlier = (...reports: [string, number, StandingReport['outcome']][]) =>
  reports.map(([quarter, percent, outcome]) => ({ quarter, percent, outcome }));
const code = (expected: string) => expect.objectContaining({ code: expected });

test('a unit reports on its own tasks, a town on its own; nobody on those of another', () => {
  expect(() => checkReport(unitTask, report('2018Q1', 30), liaison, [], today)).not.toThrow();
  expect(() => checkReport(townTask, report('2018Q1', 30), townOfficer, [], today)).not.toThrow();
  expect(() => checkReport(unitTask, report('2018Q1', 30), townOfficer, [], today)).toThrow(code('TASK_NOT_YOURS'));
  expect(() => checkReport(townTask, report('2018Q1', 30), liaison, [], today)).toThrow(code('TASK_NOT_YOURS'));
  // The liaison's region is the city: a task that belongs to the unit is still not the city's to report.
  expect(() => checkReport({ ...unitTask, unitId: 'finance' }, report('2018Q1', 30), liaison, [], today)).toThrow(
    code('TASK_NOT_YOURS'),
  );
});

test('a quarter has begun and lies in the year of the checklist', () => {
  expect(() => checkReport(townTask, report('2018Q3', 30), townOfficer, [], today)).toThrow(code('QUARTER_NOT_BEGUN'));
  expect(() => checkReport(townTask, report('2018Q2', 30), townOfficer, [], today)).not.toThrow();
  expect(() => checkReport(townTask, report('2017Q4', 30), townOfficer, [], today)).toThrow(
    code('QUARTER_OF_ANOTHER_YEAR'),
  );
  expect(() => checkReport(townTask, report('2018Q5', 30), townOfficer, [], today)).toThrow(code('INVALID_INPUT'));
});

test('one report waits at a time; a returned one may be reported again; confirmed progress never falls', () => {
  expect(() => checkReport(townTask, report('2018Q1', 30), townOfficer, earlier(['2018Q1', 20, null]), today)).toThrow(
    code('PROGRESS_AWAITED'),
  );
  expect(() =>
    checkReport(townTask, report('2018Q2', 30), townOfficer, earlier(['2018Q1', 20, null]), today),
  ).not.toThrow();
  expect(() =>
    checkReport(townTask, report('2018Q1', 10), townOfficer, earlier(['2018Q1', 20, 'returned']), today),
  ).not.toThrow();
  expect(() =>
    checkReport(townTask, report('2018Q2', 19), townOfficer, earlier(['2018Q1', 20, 'confirmed']), today),
  ).toThrow(code('PROGRESS_FALLS_BACK'));
  expect(() =>
    checkReport(townTask, report('2018Q2', 20), townOfficer, earlier(['2018Q1', 20, 'confirmed']), today),
  ).not.toThrow();
});

test('confirmed by another person of another unit, once', () => {
  const waiting = { unitId: 'health', reportedBy: 'p1', reportedUnit: 'health', outcome: null };
  expect(() => checkDecision(waiting, { personId: 'a', unitId: 'office', regionId: 'city' })).not.toThrow();
  expect(() => checkDecision(waiting, { personId: 'p1', unitId: 'office', regionId: 'city' })).toThrow(
    code('SAME_PERSON'),
  );
  expect(() => checkDecision(waiting, { personId: 'a', unitId: 'health', regionId: 'city' })).toThrow(
    code('SAME_UNIT'),
  );
  expect(() =>
    checkDecision({ ...waiting, reportedUnit: 'other' }, { personId: 'a', unitId: 'health', regionId: 'city' }),
  ).toThrow(code('SAME_UNIT'));
  expect(() =>
    checkDecision({ ...waiting, outcome: 'returned' }, { personId: 'a', unitId: 'office', regionId: 'city' }),
  ).toThrow(code('PROGRESS_DECIDED'));
});
