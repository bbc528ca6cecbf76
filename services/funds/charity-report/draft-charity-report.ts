// Drafts the public report of a year that is over (起草公开报告): what it tells is made from the rows, and kept.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { todayInBeijing } from '#platform/graph/today';
import { contentHash } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { CharityFund } from '../charity-fund/charity-fund.entity';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { regionNames } from '../public-notice/region-names';
import { findUsedPlaces, makeReportContent } from './make-report-content';

export async function draftCharityReport(context: Context, fundId: string, year: number): Promise<string> {
  checkId(fundId, '基金 charity fund');
  const { caller, inScope } = context;
  const today = await todayInBeijing.load(context, 'today');
  if (year >= Number(today.slice(0, 4))) throw charityRefusals.charityReportYear();
  const names = await placeNames(context, fundId);
  const id = newId();
  const run = inScope.write(
    { action: 'draftCharityReport', target: id, facts: { fund: fundId, year } },
    async (rows) => {
      const [fund] = await rows.select(CharityFund, 'where t.id = $1', [fundId]);
      if (!fund) throw commonRefusals.notFound({ what: '基金 charity fund' });
      const content = await makeReportContent(rows, fund, { year, today, names });
      await rows.query(
        `insert into funds.charity_report (id, fund_id, year, content, content_hash, region_id, path, drafted_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, fundId, year, JSON.stringify(content), contentHash(content), fund.regionId, fund.path, caller.personId],
      );
    },
  );
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'charity_report_once') throw charityRefusals.charityReportOpen({ year });
    throw error;
  });
  return id;
}

/** Asked before a transaction opens. */
export async function placeNames(context: Context, fundId: string): Promise<Map<string, string>> {
  const places = await context.inScope.read((rows) => findUsedPlaces(rows, fundId));
  return places.length > 0 ? regionNames(context, places) : new Map();
}
