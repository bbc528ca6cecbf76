// Incomes of a year over regions (地区收入合计), by hand: of each household the row that was confirmed last, held against the nearest line of its number.
import { inRegion, REGIONS } from '../region-summary/region-summary.query';

/** $4 the year; $5 beginnings of numbers and $6 amounts in fen of the lines of that year, the nearest one first. */
export const incomesOfRegions = `
select r.id as "regionId", h.households, i.waiting, i.confirmed, i.people, i.net::text as net, i.below
from ${REGIONS}
cross join lateral (
  select count(*)::int as households from households.household h where ${inRegion('h.path')} and h.state <> 'removed'
) h
cross join lateral (
  select (count(*) filter (where c.outcome is null))::int as waiting, (count(*) filter (where c.outcome = 'confirmed'))::int as confirmed,
    coalesce(sum(c.members) filter (where c.outcome = 'confirmed'), 0)::int as people,
    coalesce(sum(c.wages + c.business + c.property + c.transfers - c.production_cost) filter (where c.outcome = 'confirmed'), 0) as net,
    (count(*) filter (where c.outcome = 'confirmed' and c.per_head < l.amount))::int as below
  from households.income c join households.household o on o.id = c.household_id and o.state <> 'removed'
  left join lateral (
    select n.amount from unnest((select $5::text[]), (select $6::bigint[])) with ordinality n(code, amount, nearness)
    where starts_with(o.number, n.code) order by n.nearness limit 1
  ) l on true
  where ${inRegion('c.path')} and c.year = $4::int and c.outcome is distinct from 'returned'
    and not (c.outcome = 'confirmed' and exists (select 1 from households.income n
      where n.household_id = c.household_id and n.year = c.year and n.outcome = 'confirmed' and n.ordinal > c.ordinal))
) i`;
