// By what right somebody visits a household (走访资格): as its helper, or as who stood in on that day; a first secretary needs none, others a campaign.
import type { Rows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';
import type { Caller } from '#platform/vocabulary/caller';
import { campaignRefusals } from '../campaign/campaign-refusals.rules';
import type { VisitRight } from './visit.rules';

/** Undefined where no right is asked for, because the village is his; null where one is asked for and there is none. */
export async function rightToVisit(
  rows: Rows,
  { post, personId }: Caller,
  householdId: string,
  visitedOn: string,
): Promise<VisitRight | null | undefined> {
  if (post === 'first-secretary') return undefined;
  if (post !== 'helper') return rightByCampaign(rows, personId, householdId, visitedOn);
  const rights = await rows.query<VisitRight>(
    `select p.valid_from as "validFrom", null as "validTo" from households.pairing p
     where p.household_id = $1 and p.helper_id = $2 and p.valid_from <= ${TODAY} and (p.valid_to is null or p.valid_to > ${TODAY})
     union all
     select s.valid_from, s.valid_to from households.stand_in s
     where s.household_id = $1 and s.stand_in_id = $2 and s.valid_from <= ${TODAY} and s.valid_to > ${TODAY}`,
    [householdId, personId],
  );
  return rights.find(({ validFrom }) => validFrom <= visitedOn) ?? rights[0] ?? null;
}

/** Whoever is neither a helper nor a first secretary visits where a campaign sends him. */
async function rightByCampaign(
  rows: Rows,
  personId: string | null,
  householdId: string,
  visitedOn: string,
): Promise<VisitRight> {
  const [right] = await rows.query<VisitRight>(
    `select c.starts_on as "validFrom", c.ends_on as "validTo" from households.campaign_visit a join households.campaign c on c.id = a.campaign_id
     where a.household_id = $1 and a.visitor_id = $2 and c.starts_on <= $3::date and c.ends_on > $3::date limit 1`,
    [householdId, personId, visitedOn],
  );
  if (!right) throw campaignRefusals.visitorNotAssigned();
  return right;
}
