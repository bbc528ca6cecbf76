// Asks for the report of a year as a page for print (申请公开报告打印页): what for is told, logged, and printed on it.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { charityReportById } from './charity-report.loader';

export async function requestReportPage(context: FundsContext, id: string, purpose: string): Promise<FileTicket> {
  checkId(id, '公开报告 report');
  const told = purpose.trim();
  if (told.length < 4 || told.length > 60)
    throw invalidInput('purpose', '用途须为 4 至 60 个字符', 'a purpose has 4 to 60 characters');
  if (!(await charityReportById.load(context, id))) throw commonRefusals.notFound({ what: '公开报告 report' });
  const what = { what: 'charity-report', about: { id, purpose: told } };
  return issueTicket(context, { subgraph: 'funds', action: 'requestCharityReportPage', verb: 'download', ...what });
}
