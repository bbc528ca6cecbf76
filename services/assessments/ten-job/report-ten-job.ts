// Reports on one of the office's jobs (上报十项工作): by an official in whose range the region lies, for a job that the pack in force lists.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { ReportTenJobInput } from './ten-job.input';
import { checkJobReport } from './ten-job.rules';
import { TenJobReport } from './ten-job-report.entity';
import { tenJobsKind } from './ten-jobs-pack.rules';

export async function reportTenJob(context: Context, input: ReportTenJobInput): Promise<TenJobReport> {
  const { job, regionId, quarter, target, done, note } = input;
  const { caller, inScope } = context;
  refusePersonalNumbers('note', note);
  const amount = input.amount ?? null;
  if (amount !== null && amount < 0n) throw invalidInput('amount', '资金不得为负', 'money is not negative');
  const { from, until } = parseQuarter(quarter);
  const path = await inScope.pathWithin(regionId);
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const { personId } = caller;
  const pack = await packInForce(context, tenJobsKind, { path, from: `${quarter.slice(0, 4)}-01-01`, until });
  if (!pack) throw refusals.packNotInForce({ quarter, kind: tenJobsKind.kind });
  checkJobReport(
    pack.content.jobs.find(({ code }) => code === job),
    job,
    { target, done },
  );
  try {
    return await inScope.write(
      { action: 'reportTenJob', target: regionId, facts: { job, quarter, target, done } },
      async (rows) => {
        const now = await rows.now();
        if (new Date(`${from}T00:00:00+08:00`) > now) throw refusals.quarterNotBegun({ quarter });
        const report: TenJobReport = Object.assign(new TenJobReport(), {
          id: newId(),
          job,
          quarter,
          regionId,
          path,
          target,
          done,
          amount,
          note,
          packHash: pack.hash,
          reportedBy: personId,
          reportedAt: now,
          confirmedBy: null,
          confirmedAt: null,
          outcome: null,
          remark: null,
        });
        await rows.manager.insert(TenJobReport, report);
        return report;
      },
    );
  } catch (error) {
    if (brokenConstraint(error) === 'ten_job_report_one_open') throw refusals.jobReportAwaited({ job, quarter });
    throw error;
  }
}
