// Finds what a correction would change (测算更正影响): in tags and payments, in the sums of the regions above, in visits and lights; those in range alone.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isWithin, subtreeOf } from '#platform/vocabulary/region';
import type { RegionRange } from '../region-summary/region-range.query';
import { visitFactsOf } from '../region-summary/region-summary.loader';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';
import type { HouseholdsContext } from '../tools';
import type { CorrectionEffect, PaidEffect, SumEffect, VisitEffect } from './correction-effect.entity';
import type { DataComplaint } from './data-complaint.entity';
import { type Effect, type EffectGround, effectOf } from './effect.rules';

interface GroundRow {
  path: string;
  type: string;
  state: string;
  year: number;
  registered: number;
  members: number;
  now: Date;
}

const ground = `select h.path, h.type, h.state, h.state_year as year, extract(year from h.registered_on)::int as registered,
  (select count(*)::int from households.member m where m.household_id = h.id and m.left_on is null) as members, now() as now
  from households.household h where h.id = $1`;
/** The months of the household in the quarters of this year that have begun: owed, and visited. */
const months = `select to_char(q.first, 'YYYY"Q"Q') as quarter, count(*)::int as owed,
    count(*) filter (where exists (select 1 from households.visit v where v.household_id = h.id
      and v.visited_on >= q.first and v.visited_on < (q.first + interval '1 month')::date))::int as done
  from households.household h cross join (select d::date as first from generate_series($2::date, $3::date, interval '1 month') d) q
  where h.id = $1 and h.registered_on < (q.first + interval '1 month')::date group by 1 order by 1`;
const above = `select region_id as "regionId", path from households.scope where path = any ($1::text[]) order by path`;
const sums = `select r.id as "regionId", v.state, sum(v.households)::int as households, sum(v.people)::int as people
  from ${REGIONS} join households.village_states v on ${inRegion('v.path')} and v.year <= $4::int and v.state = any ($5::text[])
  group by 1, 2`;

/** null where nobody of the register is meant, or the household cannot be seen. */
export async function findEffect(
  context: HouseholdsContext,
  { householdId, figure }: DataComplaint,
  to: string,
): Promise<CorrectionEffect | null> {
  const [row] = householdId ? await context.inScope.read(({ query }) => query<GroundRow>(ground, [householdId])) : [];
  if (!row || !householdId) return null;
  const today = beijingDay(row.now);
  const year = Number(today.slice(0, 4));
  const [quarters, regions] = await Promise.all([
    context.inScope.read(({ query }) =>
      query<EffectGround['quarters'][number]>(months, [householdId, `${year}-01-01`, today]),
    ),
    regionsAbove(context, row.path),
  ]);
  const effect = effectOf({ ...row, quarters }, figure, to);
  const [paid, summed, visits] = await Promise.all([
    paidIn(context, householdId, changesMoney(effect) ? yearsFrom(Math.max(row.registered, row.year), year) : []),
    sumsOf(context, regions, row.year, effect),
    visitsOf(context, regions, effect),
  ]);
  const { tagsBefore, tagsAfter } = effect;
  return { tagsBefore, tagsAfter, paid, sums: summed, visits, asOf: row.now };
}

const changesMoney = ({ tagsBefore, tagsAfter, states }: Effect) =>
  tagsBefore.join() !== tagsAfter.join() || states.length > 0;
const yearsFrom = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** The village and all above it that lie wholly in the caller's range: a sum is never shown in part. */
async function regionsAbove({ inScope }: HouseholdsContext, path: string): Promise<RegionRange[]> {
  const own = await inScope.range();
  const paths = Array.from({ length: path.length / 5 }, (_, at) => path.slice(0, 5 * (at + 1))).filter((each) =>
    isWithin(each, own),
  );
  const found = await inScope.read(({ query }) => query<{ regionId: string; path: string }>(above, [paths]));
  return found.map((each) => ({ regionId: each.regionId, ...subtreeOf(each.path) }));
}

/** Funds tells it to whoever may read the household's payments; what it does not tell stands as unknown, never as nought. */
async function paidIn(
  context: HouseholdsContext,
  householdId: string,
  years: readonly number[],
): Promise<PaidEffect[]> {
  if (years.length === 0) return [];
  const fields = years.map((year) => `y${year}: paidTotal(year: ${year})`).join(' ');
  const question = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Household { ${fields} } } }`;
  const of = [{ __typename: 'Household', id: householdId }];
  const { _entities } = await context.ask<{ _entities: (Record<string, string | null> | null)[] }>('funds', question, {
    of,
  });
  return years.map((year) => ({ year, paid: _entities[0]?.[`y${year}`] ?? null }));
}

async function sumsOf(
  context: HouseholdsContext,
  regions: RegionRange[],
  year: number,
  { states }: Effect,
): Promise<SumEffect[]> {
  if (states.length === 0 || regions.length === 0) return [];
  const bounds = [regions.map((each) => each.regionId), regions.map((each) => each.lo), regions.map((each) => each.hi)];
  const found = await context.inScope.read(({ query }) =>
    query<{ regionId: string; state: string; households: number; people: number }>(sums, [
      ...bounds,
      year,
      states.map((each) => each.state),
    ]),
  );
  return regions.flatMap(({ regionId }) =>
    states.map(({ state, households, people }) => {
      const before = found.find((each) => each.regionId === regionId && each.state === state);
      return {
        regionId,
        year,
        state,
        householdsBefore: before?.households ?? 0,
        householdsAfter: (before?.households ?? 0) + households,
        peopleBefore: before?.people ?? 0,
        peopleAfter: (before?.people ?? 0) + people,
      };
    }),
  );
}

async function visitsOf(
  context: HouseholdsContext,
  regions: RegionRange[],
  { visits }: Effect,
): Promise<VisitEffect[]> {
  const each = await Promise.all(
    visits.map(async ({ quarter, owed, done }) => {
      const [facts, lights] = await Promise.all([
        context.inScope.read((rows) => visitFactsOf(context, rows, regions, quarter)),
        lightsOf(context, regions, quarter),
      ]);
      return facts.map((fact, at) => ({
        regionId: fact.regionId,
        quarter,
        owedBefore: fact.owed,
        owedAfter: fact.owed + owed,
        doneBefore: fact.done,
        doneAfter: fact.done + done,
        light: lights[at] ?? null,
      }));
    }),
  );
  return each.flat();
}

/** The published light of each region, in the order asked. */
async function lightsOf(
  context: HouseholdsContext,
  regions: RegionRange[],
  quarter: string,
): Promise<(string | null)[]> {
  const question =
    'query($of: [_Any!]!, $quarter: String!) { _entities(representations: $of) { ... on Region { light(quarter: $quarter) { light } } } }';
  const of = regions.map(({ regionId }) => ({ __typename: 'Region', id: regionId }));
  const { _entities } = await context.ask<{ _entities: ({ light: { light: string } | null } | null)[] }>(
    'assessments',
    question,
    {
      of,
      quarter,
    },
  );
  return _entities.map((each) => each?.light?.light ?? null);
}
