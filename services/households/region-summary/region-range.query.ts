// The range of a region that is wholly inside the caller's scope; a sum is never shown in part.
import type { Context } from '#platform/graph/context';
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';

export interface RegionRange extends PathRange {
  regionId: string;
}

export async function regionRange(context: Context, regionId: string): Promise<RegionRange> {
  const [range] = await regionRanges(context, regionId, null);
  if (!range) throw commonRefusals.outOfScope();
  return range;
}

/** The ranges that together were the region on a day; today's region is one range. */
export async function regionRanges(
  { caller, inScope }: Context,
  regionId: string,
  on: CalendarDay | null,
): Promise<RegionRange[]> {
  const ranges = caller.scope === 'region' || caller.scope === 'unit' ? await inScope.rangesWithin(regionId, on) : null;
  if (ranges === null) throw commonRefusals.outOfScope();
  return ranges.map((range) => ({ regionId, ...range }));
}

/** What a list is asked for: a region of the scope, or all of the scope; null for a region beside it, which has no rows. */
export async function listedRange(
  { caller, inScope }: Pick<Context, 'caller' | 'inScope'>,
  regionId: string | null | undefined,
): Promise<PathRange | null> {
  if (!regionId) return caller.scope === 'paired' ? everythingPaired : inScope.range();
  const path = await inScope.pathWithin(regionId);
  return path === null ? null : subtreeOf(path);
}

/** What is told of a whole region: of officials one that is wholly in scope, of a helper, who names none, all that is paired. */
export async function wholeRange(context: Context, regionId: string | null): Promise<RegionRange> {
  if (context.caller.scope === 'paired' && !regionId) return everythingPaired;
  return regionRange(context, regionId ?? '');
}

/** Of a helper: whatever row-level security leaves of the whole register, which are the households paired now. */
export const everythingPaired: RegionRange = { regionId: '00000000-0000-0000-0000-000000000000', lo: '', hi: '~' };
