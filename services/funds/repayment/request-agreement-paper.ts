// Asks for a repayment agreement to print (打印还款协议): an address for one use.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { agreementById } from './repayment.loader';

export async function requestAgreementPaper(context: FundsContext, id: string): Promise<FileTicket> {
  if (!isId(id) || !(await agreementById.load(context, id)))
    throw commonRefusals.notFound({ what: '还款协议 repayment agreement' });
  return issueTicket(context, {
    subgraph: 'funds',
    action: 'requestRepaymentPaper',
    verb: 'download',
    what: 'repayment-agreement',
    about: { id },
  });
}
