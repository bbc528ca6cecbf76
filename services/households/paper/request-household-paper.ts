// Asks for a paper of a household (打印扶贫手册、明白卡、户档案、收入测算表): answered with an address for one use; the page is made when it is fetched.

import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { noHousehold } from '../household/get-household';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { checkPaperYear, type HouseholdPaper } from './household-paper.rules';

export async function requestHouseholdPaper(
  context: HouseholdsContext,
  householdId: string,
  paper: HouseholdPaper,
  year: number,
): Promise<FileTicket> {
  checkPaperYear(year);
  if (!isId(householdId) || !(await householdById.load(context, householdId))) throw noHousehold();
  return issueTicket(context, {
    subgraph: 'households',
    action: 'requestHouseholdPaper',
    verb: 'download',
    what: 'household-paper',
    about: { householdId, paper, year },
  });
}
