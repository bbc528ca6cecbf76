// Asks for the drawing of a year's money (申请资金流向图): what for is told, logged, and printed on it.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';

interface FlowPageAsked {
  year: number;
  regionId: string;
  purpose: string;
}

export async function requestFundFlow(
  context: FundsContext,
  { year, regionId, purpose: told }: FlowPageAsked,
): Promise<FileTicket> {
  if (year < 2000 || year > 2100)
    throw invalidInput('year', '年度须在 2000 至 2100 之间', 'a year is from 2000 to 2100');
  const purpose = told.trim();
  if (purpose.length < 4 || purpose.length > 60)
    throw invalidInput('purpose', '用途须为 4 至 60 个字符', 'a purpose has 4 to 60 characters');
  if (!isId(regionId) || (await context.inScope.pathWithin(regionId)) === null) throw commonRefusals.outOfScope();
  const about = { year, regionId, purpose };
  return issueTicket(context, {
    subgraph: 'funds',
    action: 'requestFundFlow',
    verb: 'download',
    what: 'fund-flow',
    about,
  });
}
