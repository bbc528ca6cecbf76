// Asks for a paper of a clearing (申请打印清算表、付款申请): what for is told, logged, and printed on it.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { TableFormat } from '../fund-table/fund-table.rules';
import type { FundsContext } from '../tools';
import { clearingById } from './clearing.loader';
import { clearingRefusals } from './clearing-refusals.rules';
import { ClearingSheet } from './clearing-sheet.rules';

export interface SheetAsked {
  id: string;
  sheet: ClearingSheet;
  format: TableFormat;
  purpose: string;
}

export async function requestClearingSheet(context: FundsContext, asked: SheetAsked): Promise<FileTicket> {
  const { id, sheet } = asked;
  checkId(id, '清算单 clearing');
  const purpose = asked.purpose.trim();
  if (purpose.length < 4 || purpose.length > 60)
    throw invalidInput('purpose', '用途须为 4 至 60 个字符', 'a purpose has 4 to 60 characters');
  const found = await clearingById.load(context, id);
  if (!found) throw commonRefusals.notFound({ what: '清算单 clearing' });
  if (sheet === ClearingSheet.payment && found.payable === null)
    throw clearingRefusals.clearingState({
      state: found.state,
      zh: '打印付款申请',
      en: 'print a payment application of',
    });
  const about = { ...asked, purpose };
  return issueTicket(context, {
    ...{ subgraph: 'funds', action: 'requestClearingSheet', verb: 'download', what: 'clearing-sheet', about },
  });
}
