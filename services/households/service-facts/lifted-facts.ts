// Answers how many households were lifted (脱贫) in a year by the end of each quarter, from the steps of their states, within the caller's scope.
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { RegionRange } from '../region-summary/region-range.query';
import { bounds } from '../region-summary/region-summary.loader';
import { inRegion, REGIONS } from '../region-summary/region-summary.query';
import type { LiftedFact } from './lifted-fact.entity';

const MOST = 2000;

/**
 * $4 the year, $5 quarters and $6 the days after them. Lifted is who came to it in that year: not who was so before, and repeats it with the
 * yearly register. A step that came in with the register and has no hand counts at the year's end (assumed: exits are decided in December).
 */
const LIFTED = `
with step as (
  select r.id as region, s.household_id, least(case when s.decided_by is null then make_date($4::int, 12, 31)
      else (s.decided_at at time zone 'Asia/Shanghai')::date end, make_date($4::int, 12, 31)) as day
  from ${REGIONS} join households.household_state s on ${inRegion('s.path')}
  where s.year = $4::int and s.state = 'lifted-with-policies' and not exists (
    select 1 from (
      select b.state from households.household_state b where b.household_id = s.household_id and (b.year, b.ordinal) < (s.year, s.ordinal)
      order by b.year desc, b.ordinal desc limit 1
    ) before where before.state in ('lifted-with-policies', 'lifted-policies-ended'))
)
select r.id as "regionId", q.quarter, count(t.household_id)::int as households, coalesce(sum(t.people), 0)::int as people
from ${REGIONS} cross join unnest((select $5::text[]), (select $6::date[])) q(quarter, until)
left join lateral (
  select s.household_id, (select count(*) from households.member m where m.household_id = s.household_id) as people
  from (select household_id, min(day) as day from step where step.region = r.id group by household_id) s where s.day < q.until
) t on true
group by r.id, q.quarter order by r.id, q.quarter`;

/** A region that the caller does not see wholly is left out: whoever asked has no figure, and not nought. */
export async function liftedFacts(
  { caller, inScope }: Context,
  regionIds: readonly string[],
  year: number,
): Promise<LiftedFact[]> {
  if (regionIds.length > MOST)
    throw invalidInput('regionIds', `一次至多 ${MOST} 个地区`, `at most ${MOST} regions at once`);
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    throw invalidInput('year', '年度有误', 'is a year of this century');
  if (caller.scope !== 'region' && caller.scope !== 'unit') return [];
  const found = await Promise.all(
    regionIds.map(async (regionId): Promise<RegionRange[]> => {
      const ranges = await inScope.rangesWithin(regionId);
      return (ranges ?? []).map((range) => ({ regionId, ...range }));
    }),
  );
  const ranges = found.flat();
  if (ranges.length === 0) return [];
  const quarters = [1, 2, 3, 4].map((number) => `${year}Q${number}`);
  const untils = quarters.map((quarter) => parseQuarter(quarter).until);
  return inScope.read(({ query }) => query<LiftedFact>(LIFTED, [...bounds(ranges), year, quarters, untils]));
}
