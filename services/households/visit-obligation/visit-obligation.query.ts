// Visits owed, by hand: counts of many regions in one statement, and a page of what is overdue; both by the windows of the calculator.
import { TODAY } from '#platform/database/today';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';

/** $4 first days of the windows, $5 the days after them, $6 code of the line, $7 days wanted in a window. */
export const visitCountsOfRegions = `
select r.id as "regionId", n.*
from ${REGIONS}
cross join lateral (
  select count(*) filter (where done)::int as fulfilled, count(*) filter (where not done and exempt)::int as exempt,
    count(*) filter (where not done and not exempt and until <= ${TODAY})::int as overdue,
    count(*) filter (where not done and not exempt and until > ${TODAY})::int as due
  from (
    select w.until, d.household_id is not null as done, x.subject_id is not null as exempt
    from households.household h
    join unnest((select $4::date[]), (select $5::date[])) w(first, until) on h.registered_on < w.until and w.first <= ${TODAY}
    left join (
      select v.household_id, width_bucket(v.visited_on, (select $4::date[])) as window
      from households.visit v
      where ${inRegion('v.path')} and v.visited_on >= ($4::date[])[1] and v.visited_on < ($5::date[])[width_bucket(v.visited_on, (select $4::date[]))]
      group by 1, 2 having count(distinct v.visited_on) >= $7::int
    ) d on d.household_id = h.id and ($4::date[])[d.window] = w.first
    left join households.obligation_exemption x on x.subject_id = h.id and x.window_from = w.first and x.line = $6
      and x.outcome = 'approved' and ${inRegion('x.path')}
    where ${inRegion('h.path')} and h.state <> 'removed'
  ) each
) n`;

/**
 * $1 codes, $2 first days, $3 days after and $4 days wanted of the windows; $5 and $6 the range, $7 rows; $8 to $11 the last row seen.
 * Household by household in the order of an index, so that a page costs what it walks over and not the region.
 */
export const overdueVisits = `
select h.id as "householdId", h.path, w.line, w.first as "from"
from households.household h
cross join unnest($1::text[], $2::date[], $3::date[], $4::int[]) w(line, first, until, times)
where h.path >= $5 and h.path < $6 and h.state <> 'removed' and h.registered_on < w.until and w.until <= ${TODAY}
  and ($8::text is null or h.path >= $8) and ($8::text is null or (h.path, h.id, w.first, w.line) > ($8, $9::uuid, $10::date, $11))
  and (select count(distinct v.visited_on) from households.visit v
    where v.household_id = h.id and v.visited_on >= w.first and v.visited_on < w.until) < w.times
  and not exists (select 1 from households.obligation_exemption x
    where x.subject_id = h.id and x.line = w.line and x.window_from = w.first and x.outcome = 'approved')
order by h.path, h.id, w.first, w.line limit $7`;

/** Of the households asked for: whom the calculator takes as subjects, and what it takes as evidence. $1 ids, $2 from, $3 until. */
export const householdsOwed = `select h.id, h.registered_on as "boundFrom", ${TODAY} as today from households.household h
  where h.id = any($1::uuid[]) and h.state <> 'removed'`;
export const visitsDone = `select v.id, v.household_id as subject, v.visited_on as "on" from households.visit v
  where v.household_id = any($1::uuid[]) and v.visited_on >= $2 and v.visited_on < $3`;
export const exemptionsGiven = `select x.line, x.subject_id as subject, x.window_from as "from" from households.obligation_exemption x
  where x.subject_id = any($1::uuid[]) and x.outcome = 'approved' and x.window_from >= $2 and x.window_from < $3`;
export const pairingsHeld = `select p.household_id as "householdId", p.helper_id as "helperId", p.valid_from as "validFrom", p.valid_to as "validTo"
  from households.pairing p where p.household_id = any($1::uuid[]) and p.valid_from < $3 and (p.valid_to is null or p.valid_to > $2)`;
