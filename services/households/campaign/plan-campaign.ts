// Plans a campaign of visits (部署走访活动) in the own region, within a turn of the obligation that it fulfils.
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import { brokenConstraint } from '#platform/graph/errors';
import { obligationBook } from '#platform/graph/obligation-book';
import { windowsOf } from '#platform/obligation/windows';
import { placeOfRegion } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import type { CampaignInput } from './campaign.input';
import { type CampaignForm, checkCampaign, type Turn } from './campaign.rules';
import { campaignRefusals as refusals } from './campaign-refusals.rules';

export async function planCampaign(context: HouseholdsContext, input: CampaignInput): Promise<string> {
  const { caller, inScope } = context;
  const place = await placeOfRegion.load(context, input.regionId);
  const today = await inScope.read(findToday);
  const ground = { region: place?.kind ?? null, own: caller.regionId, turns: await turnsOf(context, input), today };
  const { title, documentNumber, turn } = checkCampaign(input, ground);
  const id = newId();
  const deed = { action: 'planCampaign', target: id, facts: { kind: input.kind, regionId: input.regionId, turn } };
  try {
    return await inScope.write(deed, async (rows) => {
      await rows.query(
        `insert into households.campaign (id, kind, region_id, path, title, document_number, turn, starts_on, ends_on, covers, planned_by, planned_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())`,
        [
          id,
          input.kind,
          input.regionId,
          place?.path,
          title,
          documentNumber,
          turn,
          input.from,
          input.until,
          input.covers,
          caller.personId,
        ],
      );
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'campaign_once_a_turn') throw refusals.campaignStands({ turn });
    throw error;
  }
}

/** Of the year in which it begins: the turns of the line whose evidence such a campaign is; none of them is a week. */
async function turnsOf(context: HouseholdsContext, { kind, from }: CampaignForm): Promise<readonly Turn[]> {
  const year = Number(from.slice(0, 4));
  const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const line = (await obligationBook(context)).lines.find(({ evidence }) => evidence === kind);
  return line ? windowsOf(line, period, { hasWorkday: () => true }) : [];
}
