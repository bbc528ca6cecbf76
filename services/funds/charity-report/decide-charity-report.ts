// Publishes or withdraws the report of a year (公布、撤回公开报告): published by another person than who drafted it, and only as the rows still tell it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { todayInBeijing } from '#platform/graph/today';
import { contentHash } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { CharityFund } from '../charity-fund/charity-fund.entity';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { refusals } from '../refusals';
import { CharityReport, CharityReportOutcome } from './charity-report.entity';
import { charityReportById } from './charity-report.loader';
import { placeNames } from './draft-charity-report';
import { makeReportContent } from './make-report-content';

export async function decideCharityReport(
  context: Context,
  id: string,
  outcome: CharityReportOutcome,
): Promise<string> {
  checkId(id, '公开报告 report');
  const { caller, inScope } = context;
  const drafted = await charityReportById.load(context, id);
  if (!drafted) throw commonRefusals.notFound({ what: '公开报告 report' });
  const today = await todayInBeijing.load(context, 'today');
  const publishes = outcome === CharityReportOutcome.published;
  const names = publishes ? await placeNames(context, drafted.fundId) : new Map<string, string>();
  const action = publishes ? 'publishCharityReport' : 'withdrawCharityReport';
  const run = inScope.write({ action, target: id }, async (rows) => {
    const [report] = await rows.select(CharityReport, 'where t.id = $1 for update', [id]);
    if (!report) throw commonRefusals.notFound({ what: '公开报告 report' });
    if (report.outcome !== null) throw charityRefusals.charityReportDecided();
    if (!publishes && report.draftedBy !== caller.personId) throw refusals.notTheMaker();
    if (publishes) {
      const [fund] = await rows.select(CharityFund, 'where t.id = $1', [report.fundId]);
      const { year } = report;
      if (!fund || contentHash(await makeReportContent(rows, fund, { year, today, names })) !== report.contentHash)
        throw charityRefusals.charityReportStale();
    }
    const decidedBy = publishes ? caller.personId : null;
    await rows.manager.update(CharityReport, { id }, { outcome, decidedBy, decidedAt: await rows.now() });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'charity_report_four_eyes') throw charityRefusals.charityReportEyes();
    throw error;
  });
  context.loaders.clear();
  return id;
}
