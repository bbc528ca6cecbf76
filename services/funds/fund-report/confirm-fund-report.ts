// Confirms a monthly fund report (确认资金月报): the city's finance, or another officer of the region; from then on it counts.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { FundReport } from './fund-report.entity';
import { checkConfirmation } from './fund-report.rules';
import { fundReportRefusals } from './fund-report-refusals.rules';

export async function confirmFundReport({ caller, inScope }: Context<never>, id: string): Promise<FundReport> {
  const what = '资金月报 fund report';
  checkId(id, what);
  try {
    return await inScope.write({ action: 'confirmFundReport', target: id }, async (rows) => {
      const report = await rows.manager.findOneBy(FundReport, { id });
      if (!report) throw commonRefusals.notFound({ what });
      checkConfirmation(report, caller.personId);
      const change = { confirmedBy: caller.personId, confirmedAt: await rows.now() };
      await rows.manager.update(FundReport, { id }, change);
      return Object.assign(report, change);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'fund_report_decided_once') throw fundReportRefusals.reportConfirmed();
    if (brokenConstraint(error) === 'fund_report_four_eyes') throw fundReportRefusals.reportOwn();
    throw error;
  }
}
