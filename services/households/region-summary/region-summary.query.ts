// Sums over regions (地区合计), by hand: many regions in one statement, each a range of paths.
import { TODAY } from '#platform/database/today';

/**
 * Arrays stand in sub-selects: otherwise the server plans anew for each number of regions, although no plan depends on it.
 * $1 ids, $2 lower and $3 upper bounds of the regions.
 */
export const REGIONS = `unnest((select $1::uuid[]), (select $2::text[]), (select $3::text[])) r(id, lo, hi)`;
export const inRegion = (path: string) => `${path} >= r.lo collate "C" and ${path} < r.hi collate "C"`;

/**
 * $4 the year. Villages keep what each year added to a state and took from it; the state of a year is the sum up to it.
 * Each region is summed by itself (offset 0 keeps it so): together they would be sorted row by row, because the planner expects few.
 */
export const statesOfRegions = `
select r.id, s.state, s.households, s.people
from ${REGIONS} cross join lateral (
  select v.state, sum(v.households)::int as households, sum(v.people)::int as people
  from households.village_states v where ${inRegion('v.path')} and v.year <= $4::int
  group by v.state having sum(v.households) <> 0 offset 0
) s order by r.id, s.state`;

/** What a second person excused, unless it was done all the same. */
const exemptions = (times: number) => `cross join lateral (
  select count(*)::int as exempt
  from households.obligation_exemption x join households.household h on h.id = x.subject_id
  where ${inRegion('x.path')} and x.outcome = 'approved' and x.line = $6 and x.window_from = any($4::date[]) and x.window_from <= ${TODAY}
    and h.state <> 'removed' and h.registered_on < x.window_until
    and (select count(distinct v.visited_on) from households.visit v
      where v.household_id = h.id and v.visited_on >= x.window_from and v.visited_on < x.window_until) < ${times}
) x`;

/**
 * Household-months of a quarter with a visit owed, and with one done. $4 first days of the windows, $5 the days after them, $6 the line.
 * A window that has not begun owes nothing; a household taken from the register owes nothing (assumed); an exempt one owes what was done.
 */
export const visitsOfRegions = (times: number) => `
select r.id as "regionId", o.owed - x.exempt as owed, d.done
from ${REGIONS}
cross join lateral (
  select count(*)::int as owed
  from households.household h join unnest($4::date[], $5::date[]) m(first, until) on h.registered_on < m.until and m.first <= ${TODAY}
  where ${inRegion('h.path')} and h.state <> 'removed'
) o
${exemptions(times)}
cross join lateral (
  select count(*)::int as done from (
    select ${times === 1 ? 'distinct' : ''} v.household_id, width_bucket(v.visited_on, $4::date[])
    from households.visit v
    where ${inRegion('v.path')} and v.visited_on >= ($4::date[])[1] and v.visited_on < ($5::date[])[width_bucket(v.visited_on, $4::date[])]
      and v.household_id not in (select h.id from households.household h where h.state = 'removed')
    ${times === 1 ? '' : `group by 1, 2 having count(distinct v.visited_on) >= ${times}`}
  ) months
) d`;

/** The same where one visit a calendar month is owed, from the sums that villages keep: $4 to $6 as above. */
export const monthlyVisitsOfRegions = `
select r.id as "regionId", o.owed - x.exempt as owed, d.done
from ${REGIONS}
cross join lateral (
  select coalesce(sum(v.households * (select count(*) from unnest($4::date[], $5::date[]) m(first, until)
    where v.month < m.until and m.first <= ${TODAY})), 0)::int as owed
  from (select v.month, sum(v.households) as households from households.village_owed v where ${inRegion('v.path')} group by v.month) v
) o
${exemptions(1)}
cross join lateral (
  select coalesce(sum(v.done), 0)::int as done from households.village_visits v
  where ${inRegion('v.path')} and v.month = any ($4::date[])
) d`;

/** The visits behind the sums of a quarter and a hash of their ids. $4 first day, $5 the day after the last. */
export const visitRowsOfRegions = `
select r.id as "regionId", v.rows, v.hash as "rowsHash"
from ${REGIONS}
cross join lateral (
  select count(*)::int as rows, encode(sha256(convert_to(coalesce(string_agg(v.id::text, ',' order by v.id), ''), 'UTF8')), 'hex') as hash
  from households.visit v where ${inRegion('v.path')} and v.visited_on >= $4::date and v.visited_on < $5::date
) v`;
