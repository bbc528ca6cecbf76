// The ten jobs as they ship are sound; a job is overdue only after its day, and never by less than nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import type { Refusal } from '#platform/vocabulary/refusal';
import { checkJobDecision, checkJobReport, overdueOf } from './ten-job.rules';
import { type JobLine, type TenJobsPack, tenJobsKind } from './ten-jobs-pack.rules';

const json = () => JSON.parse(readFileSync(join(projectRoot, 'data/ten-jobs/laiwu-2018.json'), 'utf8')) as TenJobsPack;
const [lookBack, , , disbursement] = json().jobs as [JobLine, JobLine, JobLine, JobLine];
const codeOf = (run: () => void) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

test('ten jobs ship, and a pack may add an eleventh; two of one code or number are told by their place', () => {
  expect(readPack(tenJobsKind, json()).flaws).toEqual([]);
  expect(json().jobs).toHaveLength(10);
  const more = json();
  more.jobs.push({ ...lookBack, code: 'more', number: 11 });
  expect(readPack(tenJobsKind, more).flaws).toEqual([]);
  more.jobs.push({ ...lookBack, code: 'more', number: 3 });
  expect(readPack(tenJobsKind, more).flaws.map(({ path }) => path)).toEqual(['jobs.11.code', 'jobs.11.number']);
});

test.each([
  ['2018-10-01', 7, 1],
  ['2018-07-01', 7, 0],
  ['2018-10-01', 8, 0],
])('before %s with %i done of 8, %i are overdue', (until, done, overdue) => {
  expect(overdueOf(lookBack, { target: 8, done }, '2018', until)).toBe(overdue);
});

test('what funds knows is not typed, nobody does more than the target, nobody confirms the own report', () => {
  expect(codeOf(() => checkJobReport(disbursement, 'disbursement', { target: 1, done: 1 }))).toBe('JOB_IS_COMPUTED');
  expect(codeOf(() => checkJobReport(undefined, 'nothing', { target: 1, done: 1 }))).toBe('JOB_UNKNOWN');
  expect(codeOf(() => checkJobReport(lookBack, 'look-back', { target: 1, done: 2 }))).toBe('JOB_BEYOND_TARGET');
  expect(codeOf(() => checkJobReport(lookBack, 'look-back', { target: 2, done: 2 }))).toBeNull();
  expect(codeOf(() => checkJobDecision({ outcome: null, reportedBy: 'a' }, 'a'))).toBe('SAME_PERSON');
  expect(codeOf(() => checkJobDecision({ outcome: 'confirmed', reportedBy: 'a' }, 'b'))).toBe('JOB_REPORT_DECIDED');
  expect(codeOf(() => checkJobDecision({ outcome: null, reportedBy: 'a' }, 'b'))).toBeNull();
});
