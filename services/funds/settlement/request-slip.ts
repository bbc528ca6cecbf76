// Asks for the patient's slip (打印结算单): an address for one use; the page is made, and its print counted, when it is fetched.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { settlementById } from './settlement.loader';

export async function requestSlip(context: FundsContext, id: string): Promise<FileTicket> {
  if (!isId(id) || !(await settlementById.load(context, id)))
    throw commonRefusals.notFound({ what: '结算 settlement' });
  return issueTicket(context, {
    subgraph: 'funds',
    action: 'requestSettlementSlip',
    verb: 'download',
    what: 'settlement-slip',
    about: { id },
  });
}
