// Confirms or returns a report on one of the office's jobs (确认、退回): another person than reported it, and once.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { ProgressOutcome } from '../progress/progress.entity';
import { refusals } from '../refusals';
import { checkJobDecision } from './ten-job.rules';
import { TenJobReport } from './ten-job-report.entity';

const WHAT = '十项工作上报 report on a job';

export async function decideTenJob(
  { caller, inScope }: Context,
  outcome: ProgressOutcome,
  id: string,
  remark: string | null,
): Promise<TenJobReport> {
  checkId(id, WHAT);
  if (outcome === ProgressOutcome.returned && !remark?.trim())
    throw invalidInput('remark', '退回须说明原因', 'say why it is returned');
  refusePersonalNumbers('remark', remark);
  const action = outcome === ProgressOutcome.confirmed ? 'confirmTenJob' : 'returnTenJob';
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const report = await rows.manager.findOneBy(TenJobReport, { id });
      if (!report) throw commonRefusals.notFound({ what: WHAT });
      checkJobDecision(report, caller.personId);
      const decision = { confirmedBy: caller.personId, confirmedAt: await rows.now(), outcome, remark };
      await rows.manager.update(TenJobReport, { id }, decision);
      return Object.assign(report, decision);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'assessments_ten_job_report_decided_once') throw refusals.jobReportDecided();
    if (constraint === 'ten_job_report_four_eyes') throw refusals.samePerson();
    throw error;
  }
}
