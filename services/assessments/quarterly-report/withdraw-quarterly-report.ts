// Withdraws a draft (撤回): it stays to be read, and the report may be drafted anew with the figures of that day.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { QuarterlyOutcome, QuarterlyReport } from './quarterly-report.entity';
import { checkIsDraft } from './quarterly-report.rules';

export async function withdrawQuarterlyReport(
  { caller, inScope }: Context,
  id: string,
  reason: string,
): Promise<QuarterlyReport> {
  checkId(id, '季度报告 quarterly report');
  if (!reason.trim()) throw invalidInput('reason', '撤回须说明原因', 'say why it is withdrawn');
  refusePersonalNumbers('reason', reason);
  try {
    return await inScope.write({ action: 'withdrawQuarterlyReport', target: id }, async (rows) => {
      const report = await rows.manager.findOneBy(QuarterlyReport, { id });
      if (!report || caller.personId === null) throw commonRefusals.notFound({ what: '季度报告 quarterly report' });
      checkIsDraft(report);
      const withdrawnAt = await rows.now();
      const decision = { outcome: QuarterlyOutcome.withdrawn, withdrawnBy: caller.personId, withdrawnAt, reason };
      await rows.manager.update(QuarterlyReport, { id }, decision);
      return Object.assign(report, decision);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_quarterly_report_decided_once')
      throw refusals.quarterlyReportDecided();
    throw error;
  }
}
