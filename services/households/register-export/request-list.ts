// Asks for a list of households as a workbook (申请导出名册): what for is told, logged, and printed on each of its pages.
import { newId } from '#platform/database/new-id';
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkText } from '../household/codes.rules';
import type { HouseholdSort, HouseholdsFilter } from '../household/household.input';
import type { HouseholdsContext } from '../tools';

export interface ListAsked {
  filter: HouseholdsFilter | null;
  sort: HouseholdSort | null;
  purpose: string;
}

export function requestList(context: HouseholdsContext, { filter, sort, purpose }: ListAsked): Promise<FileTicket> {
  const about = {
    exportId: newId(),
    filter: { ...filter },
    sort: sort ?? 'number',
    purpose: checkText(purpose, 'purpose', 4, 60),
  };
  return issueTicket(context, {
    subgraph: 'households',
    action: 'requestHouseholdList',
    verb: 'download',
    what: 'household-list',
    about,
  });
}
