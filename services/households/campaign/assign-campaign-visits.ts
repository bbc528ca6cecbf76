// Assigns who visits whom in a campaign (分派走访): households in scope, people that organisation knows; until its last day.
import { TODAY } from '#platform/database/today';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { noHousehold } from '../household/get-household';
import { findPeople } from '../pairing/find-person.query';
import type { HouseholdsContext } from '../tools';
import type { CampaignVisitInput } from './campaign.input';
import { campaignById } from './campaign.loader';
import { campaignRefusals as refusals } from './campaign-refusals.rules';

const MOST = 200;

export async function assignCampaignVisits(
  context: HouseholdsContext,
  campaignId: string,
  visits: readonly CampaignVisitInput[],
): Promise<string> {
  if (visits.length < 1 || visits.length > MOST)
    throw invalidInput('visits', `一次 1 至 ${MOST} 户`, `1 to ${MOST} households at once`);
  if (new Set(visits.map(({ householdId }) => householdId)).size < visits.length)
    throw invalidInput('visits', '一户只分派一人', 'a household is assigned to one person');
  const campaign = await campaignById.load(context, campaignId);
  if (!campaign) throw commonRefusals.notFound({ what: '走访活动 campaign' });
  await findPeople(context, [...new Set(visits.map(({ visitorId }) => visitorId))], '走访人 visitor');
  const deed = { action: 'assignCampaignVisits', target: campaignId, facts: { households: visits.length } };
  return context.inScope.write(deed, async (rows) => {
    const assigned = await rows.query<{ id: string }>(
      `with told as (select * from unnest($2::uuid[], $3::uuid[]) t(household_id, visitor_id)), put as (
         insert into households.campaign_visit (campaign_id, household_id, region_id, path, visitor_id, assigned_by, assigned_at)
         select c.id, h.id, h.region_id, h.path, told.visitor_id, $4, now()
         from told join households.household h on h.id = told.household_id join households.campaign c on c.id = $1
         where starts_with(h.path, c.path) and h.state <> 'removed' and c.ends_on > ${TODAY}
         on conflict (campaign_id, household_id) do update set visitor_id = excluded.visitor_id, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
         returning household_id)
       select household_id as id from put`,
      [
        campaignId,
        visits.map(({ householdId }) => householdId),
        visits.map(({ visitorId }) => visitorId),
        context.caller.personId,
      ],
    );
    if (assigned.length === visits.length) return campaignId;
    const [{ over } = { over: false }] = await rows.query<{ over: boolean }>(`select $1::date <= ${TODAY} as over`, [
      campaign.endsOn,
    ]);
    throw over ? refusals.campaignOver() : noHousehold();
  });
}
