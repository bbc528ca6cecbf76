// Asks for a list of claims as a table (申请导出清算单清单、账龄表): what for is told, logged, and printed on each of its pages.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { TableFormat } from '../fund-table/fund-table.rules';
import type { FundsContext } from '../tools';
import type { ClaimList } from './claim-list.rules';

export interface ClaimListAsked {
  list: ClaimList;
  format: TableFormat;
  purpose: string;
}

export async function requestClaimList(context: FundsContext, asked: ClaimListAsked): Promise<FileTicket> {
  const purpose = asked.purpose.trim();
  if (purpose.length < 4 || purpose.length > 60)
    throw invalidInput('purpose', '用途须为 4 至 60 个字符', 'a purpose has 4 to 60 characters');
  const order = { subgraph: 'funds', verb: 'download', what: 'claim-list' } as const;
  return issueTicket(context, { ...order, action: 'requestClaimList', about: { ...asked, purpose } });
}
