// Reports the funds of a month that is over (报送资金月报): the figures are the ledger's own at this moment, the officer adds a note.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { REGION_FUNDS, type RegionFundsRow } from '../disbursement/region-funds.query';
import { FundReport } from './fund-report.entity';
import { checkReport } from './fund-report.rules';
import { fundReportRefusals } from './fund-report-refusals.rules';

export async function reportFunds(
  { caller, inScope }: Context<never>,
  regionId: string,
  month: string,
  note: string,
): Promise<FundReport> {
  const path = caller.regionId === regionId ? await inScope.pathWithin(regionId) : null;
  const id = newId();
  try {
    return await inScope.write({ action: 'reportFunds', target: id, facts: { regionId, month } }, async (rows) => {
      const now = await rows.now();
      checkReport({ regionId, month, note }, caller.regionId, beijingDay(now));
      if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
      const { lo, hi } = subtreeOf(path);
      const [sums] = await rows.query<RegionFundsRow>(REGION_FUNDS, [
        [regionId],
        [Number(month.slice(0, 4))],
        [lo],
        [hi],
        [null],
      ]);
      if (!sums) throw commonRefusals.notFound({ what: '地区 region' });
      const { allotted, available, reserved, paid, returned } = sums;
      const report = Object.assign(new FundReport(), {
        id,
        regionId,
        path,
        month,
        ...{ allotted, available, reserved, paid, returned },
        note: note.trim(),
        reportedBy: caller.personId,
        reportedAt: now,
        confirmedBy: null,
        confirmedAt: null,
      });
      await rows.manager.insert(FundReport, report);
      return report;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'fund_report_once') throw fundReportRefusals.reportMade({ month });
    throw error;
  }
}
