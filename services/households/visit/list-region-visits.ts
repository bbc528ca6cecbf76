// Lists the visits of a region in a quarter (地区走访列表): the rows behind its visit coverage, in the order of the villages.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay, parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import type { PathRange } from '#platform/vocabulary/region';
import { regionRange } from '../region-summary/region-range.query';
import { Visit } from './visit.entity';

export async function listRegionVisits(
  context: Context,
  regionId: string,
  quarter: string,
  flagged: boolean,
  args: PageArgs,
): Promise<Page<Visit>> {
  parseQuarter(quarter);
  return listVisitsIn(context, await regionRange(context, regionId), quarter, flagged, args);
}

/** In the order of the index; of a household visited twice on a day, by the visit's id. `flagged`: only those that are odd. */
export async function listVisitsIn(
  context: Context,
  { lo, hi }: PathRange,
  quarter: string,
  flagged: boolean,
  args: PageArgs,
): Promise<Page<Visit>> {
  const { from, until } = parseQuarter(quarter);
  const size = pageSize(args.first);
  const [path = null, day = null, household = null, last = null] = keysOf(args.after, 4) ?? [];
  if (day !== null && !(parseCalendarDay(day, 'after') && isId(household ?? '') && isId(last ?? '')))
    throw foreignCursor();
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and t.visited_on >= $3::date and t.visited_on < $4::date
    and ($5::text is null or (t.path, t.visited_on, t.household_id, t.id) > ($5 collate "C", $6::date, $7::uuid, $8::uuid))
    and (not $10::boolean or exists (select 1 from households.visit_flag f where f.visit_id = t.id))
    order by t.path, t.visited_on, t.household_id, t.id limit $9`;
  const asked = [lo, hi, from, until, path, day, household, last, size + 1, flagged];
  return pageOf(await context.inScope.read(({ select }) => select(Visit, tail, asked)), size);
}
