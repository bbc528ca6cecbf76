// Counts every region by SQL outside row-level security, up the parents of the managing tree and not by ranges of paths.
import type { Client } from 'pg';

export interface RegionCount {
  households: number;
  people: number;
  /** household-months of 2018 with at least one visit */
  visitMonths: number;
  lines: number;
  paid: bigint;
}

/** Each village with all the regions above it, itself included. */
const ABOVE = `with recursive above (village_id, region_id, parent_id) as (
  select id, id, parent_id from organisation.region where kind = 'village'
  union all select above.village_id, r.id, r.parent_id from above join organisation.region r on r.id = above.parent_id)`;

const COUNTS = `${ABOVE},
  people as (select h.region_id, count(distinct h.id) as households, count(m.id) as people
    from households.household h left join households.member m on m.household_id = h.id group by h.region_id),
  visits as (select region_id, count(*) as months from (select distinct region_id, household_id, date_trunc('month', visited_on)
    from households.visit where extract(year from visited_on) = 2018) v group by region_id),
  paid as (select l.region_id, count(*) as lines, sum(l.amount) as fen from funds.disbursement_line l
    where l.state = 'paid' and l.year = 2018 group by l.region_id)
select r.id, coalesce(sum(people.households), 0)::int as households, coalesce(sum(people.people), 0)::int as people,
  coalesce(sum(visits.months), 0)::int as "visitMonths", coalesce(sum(paid.lines), 0)::int as lines, coalesce(sum(paid.fen), 0)::text as paid
from organisation.region r left join above on above.region_id = r.id
  left join people on people.region_id = above.village_id left join visits on visits.region_id = above.village_id
  left join paid on paid.region_id = above.village_id
group by r.id`;

export async function countRegions(superuser: Client): Promise<Map<string, RegionCount>> {
  type Row = Omit<RegionCount, 'paid'> & { id: string; paid: string };
  const { rows } = await superuser.query<Row>(COUNTS);
  return new Map(rows.map(({ id, paid, ...counts }) => [id, { ...counts, paid: BigInt(paid) }]));
}
