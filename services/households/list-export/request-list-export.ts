// Asks for a list as a workbook (申请导出清单): what for is told, logged, and printed on each of its pages.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { wholeRange } from '../region-summary/region-range.query';
import type { HouseholdsContext } from '../tools';
import { type ExportableList, exportableLists, type ListAsked } from './exportable-list.rules';
import type { ListExportArgs } from './list-export.input';

export async function requestListExport(
  context: HouseholdsContext,
  { list, lookBackId, ...told }: ListExportArgs,
  mayRead: (list: ExportableList) => boolean,
): Promise<FileTicket> {
  if (!mayRead(list)) throw commonRefusals.forbidden();
  const { needs } = exportableLists[list];
  const purpose = checkText(told.purpose, 'purpose', 4, 60);
  const own = needs.includes('region') ? context.caller.regionId : null;
  const [quarter, year, ofId] = [told.quarter ?? null, told.year ?? null, told.ofId ?? lookBackId ?? null];
  const about: ListAsked = { list, regionId: told.regionId ?? own, quarter, year, ofId, purpose };
  if (needs.includes('quarter')) parseQuarter(quarter ?? '');
  if (needs.includes('year') && !(year && year >= 2014 && year <= 2100))
    throw invalidInput('year', '年度须在 2014 至 2100 之间', 'a year lies between 2014 and 2100');
  if (needs.includes('of') && !isId(ofId ?? ''))
    throw invalidInput('ofId', '须指明所属的回头看、活动或导入', 'names the look-back, campaign or import');
  if (needs.includes('region')) await wholeRange(context, about.regionId);
  return issueTicket(context, {
    subgraph: 'households',
    action: 'requestListExport',
    verb: 'download',
    what: 'list-export',
    about: { ...about },
  });
}
