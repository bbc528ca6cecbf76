// Asks for a list as a workbook (申请导出清单): what for is told, logged, and printed on each of its pages.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { regionRange } from '../region-summary/region-range.query';
import type { HouseholdsContext } from '../tools';
import { ExportableList, type ListAsked } from './exportable-list.rules';

export async function requestListExport(
  context: HouseholdsContext,
  asked: ListAsked,
  mayRead: (list: ExportableList) => boolean,
): Promise<FileTicket> {
  const { list, quarter, lookBackId } = asked;
  if (!mayRead(list)) throw commonRefusals.forbidden();
  const purpose = checkText(asked.purpose, 'purpose', 4, 60);
  const regionId = asked.regionId ?? (list === ExportableList.visits ? context.caller.regionId : null);
  if (list === ExportableList.visits) {
    parseQuarter(quarter ?? '');
    await regionRange(context, regionId ?? '');
  }
  if (list === ExportableList.lookBackCases && !isId(lookBackId ?? ''))
    throw invalidInput('lookBackId', '须指明回头看', 'names the look-back');
  const about = { ...asked, regionId, purpose };
  return issueTicket(context, {
    subgraph: 'households',
    action: 'requestListExport',
    verb: 'download',
    what: 'list-export',
    about,
  });
}
