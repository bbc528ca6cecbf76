// The public report of a charity fund as a page for print (公开报告打印页): made when fetched, out of what was kept when it was drafted.

import type { FileMaker, MadeFile } from '#platform/graph/files/file-answer';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { charityReportById } from './charity-report/charity-report.loader';
import { reportTable } from './charity-report/charity-report-table.rules';
import { bannerOf } from './fund-table-file';
import { permissions } from './permissions';
import { tablePage } from './table-page';
import type { FundsContext } from './tools';

export const charityReportFile: FileMaker = async (given, about): Promise<MadeFile> => {
  const context = given as unknown as FundsContext;
  const { id = '', purpose = '' } = about as Record<string, string>;
  if (!permissions.ruleOf('Mutation', 'requestCharityReportPage').admits(context.caller))
    throw commonRefusals.forbidden();
  const report = await charityReportById.load(context, id);
  if (!report) throw commonRefusals.notFound({ what: '公开报告 report' });
  const { rows, ...table } = reportTable(report.content, report.outcome === 'published');
  return tablePage({ ...table, of: String(report.year), banner: await bannerOf(context, purpose), rows: [rows] });
};
