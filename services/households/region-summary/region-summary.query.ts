// Sums over regions (地区合计), by hand: many regions in one statement, each a range of paths.
import { TODAY } from '../household/household.query';

/** $1 ids, $2 lower and $3 upper bounds of the regions, $4 the year. */
export const statesOfRegions = `
select r.id, h.state, count(*)::int as households, sum(h.people)::int as people
from unnest($1::uuid[], $2::text[], $3::text[]) r(id, lo, hi)
join lateral (
  select case when h.state_year <= $4::int then h.state else (
      select s.state from households.household_state s where s.household_id = h.id and s.year <= $4::int
      order by s.year desc, s.ordinal desc limit 1) end as state,
    (select count(*) from households.member m where m.household_id = h.id) as people
  from households.household h
  where h.path >= r.lo collate "C" and h.path < r.hi collate "C" and h.registered_on < make_date($4::int + 1, 1, 1)
) h on h.state is not null
group by r.id, h.state order by r.id, h.state`;

/**
 * Household-months of a quarter with a visit owed, and with one done. $4 first days of its months, $5 the days after them.
 * A month that has not begun owes nothing; a household taken from the register owes nothing (assumed).
 */
export const visitsOfRegions = `
select r.id as "regionId", o.owed, d.done
from unnest($1::uuid[], $2::text[], $3::text[]) r(id, lo, hi)
cross join lateral (
  select count(*)::int as owed
  from households.household h join unnest($4::date[], $5::date[]) m(first, until) on h.registered_on < m.until and m.first <= ${TODAY}
  where h.path >= r.lo collate "C" and h.path < r.hi collate "C" and h.state <> 'removed'
) o
cross join lateral (
  select count(*)::int as done from (
    select v.household_id, m.first
    from unnest($4::date[], $5::date[]) m(first, until)
    join households.visit v on v.visited_on >= m.first and v.visited_on < m.until
    join households.household h on h.id = v.household_id and h.state <> 'removed'
    where v.path >= r.lo collate "C" and v.path < r.hi collate "C"
    group by 1, 2) months
) d`;
