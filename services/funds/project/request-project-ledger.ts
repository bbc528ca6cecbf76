// Asks for the project ledger as a workbook (申请导出项目台账): what for is told, logged, and printed on each of its pages.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { TableFormat } from '../fund-table/fund-table.rules';
import type { FundsContext } from '../tools';
import { readWords } from './project-facts.rules';

export async function requestProjectLedger(
  context: FundsContext,
  asked: { regionId: string | null; planYear: number | null; purpose: string; format: TableFormat },
): Promise<FileTicket> {
  const { regionId } = asked;
  if (regionId !== null && (!isId(regionId) || (await context.inScope.pathWithin(regionId)) === null))
    throw commonRefusals.outOfScope();
  const about = { ...asked, purpose: readWords(asked.purpose, 'purpose', 4, 60) };
  const order = { subgraph: 'funds', verb: 'download', what: 'project-ledger' } as const;
  return issueTicket(context, { ...order, action: 'requestProjectLedger', about });
}
