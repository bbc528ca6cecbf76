// What may be reported on a job (十项工作上报), by whom it may be confirmed, and how much of it is overdue at the end of a quarter.
import { refusals } from '../refusals';
import type { JobLine } from './ten-jobs-pack.rules';

export interface JobNumbers {
  target: number;
  done: number;
}

/** Figures that another subgraph keeps are read there and never typed. */
export function checkJobReport(job: JobLine | undefined, code: string, { target, done }: JobNumbers): void {
  if (!job) throw refusals.jobUnknown({ job: code });
  if (job.figures.from !== 'reported') throw refusals.jobIsComputed({ job: code });
  if (done > target) throw refusals.jobBeyondTarget({ target, done });
}

export function checkJobDecision(
  report: { outcome: string | null; reportedBy: string },
  personId: string | null,
): void {
  if (report.outcome !== null) throw refusals.jobReportDecided();
  if (report.reportedBy === personId) throw refusals.samePerson();
}

/** `until`: the day after the quarter. What is not done by then is overdue once the job's day has passed. */
export function overdueOf({ by }: JobLine, { target, done }: JobNumbers, year: string, until: string): number {
  return `${year}-${by}` < until ? Math.max(target - done, 0) : 0;
}
