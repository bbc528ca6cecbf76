// The sums of a dashboard counted live (实时统计), by one GROUP BY over the facts: what the kept sums must equal, and are measured against.
import { visitsOfRegions } from '../../services/households/region-summary/region-summary.query';

const REGIONS = `unnest((select $1::uuid[]), (select $2::text[]), (select $3::text[])) r(id, lo, hi)`;
const inRegion = (path: string) => `${path} >= r.lo collate "C" and ${path} < r.hi collate "C"`;

/** $4 the year, at whose end people are counted. A household's members are where it is, so that both are read as ranges and never one by one. */
export const liveStates = `
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
  select p.household_id, count(*) as people from (
    select m.household_id, m.joined_on, m.left_on from households.member m where ${inRegion('m.path')}
    union all
    select f.household_id, f.joined_on, f.left_on from households.former_membership f where f.undone_at is null and ${inRegion('f.path')}
  ) p
  where (p.joined_on is null or p.joined_on < make_date($4::int + 1, 1, 1)) and (p.left_on is null or p.left_on >= make_date($4::int + 1, 1, 1))
  group by p.household_id
) m on m.household_id = h.id
group by r.id, h.state order by r.id, h.state`;

export const liveVisits = visitsOfRegions(1);

/** $4 first day, $5 the day after the last. */
export const liveDisbursed = `
select r.id, coalesce(sum(l.amount), 0)::bigint as paid, coalesce(sum(l.returned), 0)::bigint as returned, count(l.id)::int as lines
from ${REGIONS} left join funds.disbursement_line l on ${inRegion('l.path')} and l.paid_on >= $4::date and l.paid_on < $5::date
group by r.id order by r.id`;
