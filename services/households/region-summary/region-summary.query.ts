// Sums over regions (地区合计), by hand: many regions in one statement, each a range of paths.
import { TODAY } from '../household/household.query';

/**
 * Arrays stand in sub-selects: otherwise the server plans anew for each number of regions, although no plan depends on it.
 * $1 ids, $2 lower and $3 upper bounds of the regions.
 */
export const REGIONS = `unnest((select $1::uuid[]), (select $2::text[]), (select $3::text[])) r(id, lo, hi)`;
export const inRegion = (path: string) => `${path} >= r.lo collate "C" and ${path} < r.hi collate "C"`;

/** $4 the year. A household's members are where it is, so that both are read as ranges and never one by one. */
export const statesOfRegions = `
select r.id, h.state, count(*)::int as households, coalesce(sum(m.people), 0)::int as people
from ${REGIONS}
join lateral (
  select h.id, case when h.state_year <= $4::int then h.state else (
      select s.state from households.household_state s where s.household_id = h.id and s.year <= $4::int
      order by s.year desc, s.ordinal desc limit 1) end as state
  from households.household h
  where ${inRegion('h.path')} and h.registered_on < make_date($4::int + 1, 1, 1)
) h on h.state is not null
left join lateral (
  select m.household_id, count(*) as people from households.member m where ${inRegion('m.path')} group by m.household_id
) m on m.household_id = h.id
group by r.id, h.state order by r.id, h.state`;

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
cross join lateral (
  select count(*)::int as exempt
  from households.obligation_exemption x join households.household h on h.id = x.subject_id
  where ${inRegion('x.path')} and x.outcome = 'approved' and x.line = $6 and x.window_from = any($4::date[]) and x.window_from <= ${TODAY}
    and h.state <> 'removed' and h.registered_on < x.window_until
    and (select count(distinct v.visited_on) from households.visit v
      where v.household_id = h.id and v.visited_on >= x.window_from and v.visited_on < x.window_until) < ${times}
) x
cross join lateral (
  select count(*)::int as done from (
    select ${times === 1 ? 'distinct' : ''} v.household_id, width_bucket(v.visited_on, $4::date[])
    from households.visit v
    where ${inRegion('v.path')} and v.visited_on >= ($4::date[])[1] and v.visited_on < ($5::date[])[width_bucket(v.visited_on, $4::date[])]
      and v.household_id not in (select h.id from households.household h where h.state = 'removed')
    ${times === 1 ? '' : `group by 1, 2 having count(distinct v.visited_on) >= ${times}`}
  ) months
) d`;

/** The visits behind the sums of a quarter and a hash of their ids. $4 first day, $5 the day after the last. */
export const visitRowsOfRegions = `
select r.id as "regionId", v.rows, v.hash as "rowsHash"
from ${REGIONS}
cross join lateral (
  select count(*)::int as rows, encode(sha256(convert_to(coalesce(string_agg(v.id::text, ',' order by v.id), ''), 'UTF8')), 'hex') as hash
  from households.visit v where ${inRegion('v.path')} and v.visited_on >= $4::date and v.visited_on < $5::date
) v`;
