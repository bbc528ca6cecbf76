// Asks for an official table, or for the auditor's extract (申请打印表、审计提取): what for is told, logged, and printed on it.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';

export interface TableAsked {
  regionId: string;
  month: string;
  purpose: string;
}

export async function requestFundTable(
  context: FundsContext,
  what: 'fund-table' | 'audit-extract',
  about: TableAsked & Record<string, string>,
): Promise<FileTicket> {
  checkId(about.regionId, '地区 region');
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(about.month))
    throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
  const purpose = about.purpose.trim();
  if (purpose.length < 4 || purpose.length > 60)
    throw invalidInput('purpose', '用途须为 4 至 60 个字符', 'a purpose has 4 to 60 characters');
  if ((await context.inScope.pathWithin(about.regionId)) === null) throw commonRefusals.outOfScope();
  const action = what === 'fund-table' ? 'requestFundTable' : 'requestAuditExtract';
  return issueTicket(context, { subgraph: 'funds', action, verb: 'download', what, about: { ...about, purpose } });
}
