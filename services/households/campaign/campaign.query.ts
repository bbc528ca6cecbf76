// Progress of campaigns by hand (走访活动进度): counted over the visits of its days, for many regions in one statement.
import { TODAY } from '#platform/database/today';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';

/** Who is to be visited: everybody in the register, or those listed. `c` is the campaign. */
const targets = (within: string) => `
  select h.id, h.path, null::uuid as visitor from households.household h
  where c.covers = 'register' and ${within.replaceAll('x.path', 'h.path')} and h.state <> 'removed' and h.registered_on < c.ends_on
  union all
  select a.household_id, a.path, a.visitor_id from households.campaign_visit a
  where c.covers = 'listed' and a.campaign_id = c.id and ${within.replaceAll('x.path', 'a.path')}`;

const visits = `select v.id from households.visit v where v.household_id = t.id and v.visited_on >= c.starts_on and v.visited_on < c.ends_on
  and (t.visitor is null or v.helper_id = t.visitor)`;
const inCampaign = `starts_with(x.path, c.path)`;

/** $1 to $3 the regions, $4 the campaign. A household is odd here when each of its visits is. */
export const campaignProgress = `
select r.id, count(*)::int as owed, (count(*) filter (where n.visits > 0))::int as visited,
  (count(*) filter (where n.visits > 0 and n.visits = n.odd))::int as flagged
from ${REGIONS} join households.campaign c on c.id = $4::uuid
cross join lateral (${targets(`${inRegion('x.path')} and ${inCampaign}`)}) t
cross join lateral (select count(*) as visits, count(*) filter (where exists (select 1 from households.visit_flag f where f.visit_id = w.id)) as odd
  from (${visits}) w) n
group by r.id`;

/** $1 the campaign, $2 and $3 a range or null, $4 and $5 the last row seen, $6 rows. In the order of places. */
export const campaignUnvisited = `
select t.id as "householdId", t.path, coalesce(t.visitor, (select p.helper_id from households.pairing p where p.household_id = t.id and p.valid_to is null)) as "visitorId"
from households.campaign c
cross join lateral (${targets(`($2::text is null or x.path >= $2 collate "C") and ($3::text is null or x.path < $3 collate "C") and ${inCampaign}`)}) t
where c.id = $1::uuid and ($4::text is null or (t.path, t.id) > ($4 collate "C", $5::uuid)) and not exists (${visits})
order by t.path, t.id limit $6`;

/** Those of one's own region and below, and those of a region above; of a helper, those that reach a paired household. */
export const campaignsPage = `
where ($1::text is null or (t.path >= $1 collate "C" and t.path < $2 collate "C") or starts_with($1, t.path))
  and ($1::text is not null or exists (select 1 from households.household h where starts_with(h.path, t.path)))
  and ($3::boolean is not true or ${TODAY} between t.starts_on and t.ends_on - 1)
  and ($4::date is null or (t.starts_on, t.id) < ($4::date, $5::uuid))
order by t.starts_on desc, t.id desc limit $6`;
