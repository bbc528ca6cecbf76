// Asks for a paper of all households of a village at once (打印整村材料), or of all whom one helps.
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { placeOfRegion } from '../household/household.loader';
import { refusals } from '../refusals';
import type { HouseholdsContext } from '../tools';
import { checkPaperYear, type HouseholdPaper } from './household-paper.rules';

const NAME = 'query($id: ID!) { region(id: $id) { name } }';

export async function requestVillagePapers(
  context: HouseholdsContext,
  regionId: string | null,
  paper: HouseholdPaper,
  year: number,
): Promise<FileTicket> {
  checkPaperYear(year);
  const village = regionId === null ? await refuseAll(context) : await villageIn(context, regionId);
  return issueTicket(context, {
    subgraph: 'households',
    action: 'requestVillagePapers',
    verb: 'download',
    what: 'village-papers',
    about: { regionId, paper, year, village },
  });
}

/** Only a helper's own households are few enough to need no village. */
function refuseAll({ caller }: HouseholdsContext): string {
  if (caller.scope === 'paired') return '';
  throw refusals.notAVillage();
}

async function villageIn(context: HouseholdsContext, regionId: string): Promise<string> {
  const notFound = () => commonRefusals.notFound({ what: '村（居） village' });
  if (!isId(regionId) || (await context.inScope.pathWithin(regionId)) === null) throw notFound();
  if ((await placeOfRegion.load(context, regionId))?.kind !== 'village') throw refusals.notAVillage();
  const { region } = await context.ask<{ region: { name: string } | null }>('organisation', NAME, { id: regionId });
  return region?.name ?? '';
}
