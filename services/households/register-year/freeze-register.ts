// Freezes the register of a region for a year (冻结年度数据集): each household with its facts and members of the last day, as known now.
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { factsOfHousehold, factsOfMember, HOUSEHOLD_WITH_LIVING } from '../change/facts.query';
import { registerRefusals } from '../register-refusals.rules';
import type { HouseholdsContext } from '../tools';
import { checkYear } from './register-year.rules';

/** $1 year, $2 its last day, $3 and $4 the range. What a change since then says of that day is part of it. */
const RECORDS = `insert into households.year_record (household_id, region_id, path, year, state, facts, members, per_head)
select h.id, h.region_id, h.path, $1, y.state, ${factsOfHousehold} || households.told_of(h.id, null, $2::date, 'infinity'),
  coalesce(p.members, '[]'), i.per_head
from ${HOUSEHOLD_WITH_LIVING}
cross join lateral (select s.state from households.household_state s where s.household_id = h.id and s.year <= $1
  order by s.year desc, s.ordinal desc limit 1) y
left join lateral (select i.per_head from households.income i where i.household_id = h.id and i.year = $1 and i.outcome = 'confirmed'
  order by i.ordinal desc limit 1) i on true
left join lateral (
  select jsonb_agg(jsonb_build_object('id', x.id) || x.facts order by x.facts ->> 'relation' <> 'head', x.id) as members
  from (
    select m.id, ${factsOfMember} || households.told_of(null, m.id, $2::date, 'infinity') as facts from households.member m
    where m.household_id = h.id or m.id in (select f.member_id from households.former_membership f where f.household_id = h.id)) x
  where x.facts ->> 'household' = h.id::text) p on true
where h.path >= $3 and h.path < $4 and h.registered_on <= $2::date
on conflict do nothing`;

const SUMMED = `select count(*)::int as households, coalesce(sum(jsonb_array_length(r.members)), 0)::int as people,
  encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(
    r.household_id::text || r.state || r.facts::text || r.members::text || coalesce(r.per_head::text, ''), 'UTF8')), 'hex'), '' order by r.household_id), ''), 'UTF8')), 'hex') as hash
from households.year_record r where r.year = $1 and r.path >= $2 and r.path < $3`;

export async function freezeRegister(context: HouseholdsContext, regionId: string, year: number): Promise<string> {
  const path = await context.inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const { lo, hi } = subtreeOf(path);
  return context.inScope.write({ action: 'freezeRegister', facts: { regionId, year } }, async (rows) => {
    const { on } = checkYear(year, beijingDay(await rows.now()));
    const id = newId();
    await rows.query(RECORDS, [year, on, lo, hi]);
    const [sum] = await rows.query<{ households: number; people: number; hash: string }>(SUMMED, [year, lo, hi]);
    await rows
      .query(
        `insert into households.register_year (id, region_id, path, year, households, people, hash, frozen_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, regionId, path, year, sum?.households, sum?.people, sum?.hash, context.caller.personId],
      )
      .catch((error: unknown) => {
        if (brokenConstraint(error) === 'register_year_once') throw registerRefusals.yearFrozen({ year });
        throw error;
      });
    rows.deed.target = id;
    return id;
  });
}
