// The range of a region that is wholly inside the caller's scope; a sum is never shown in part.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { isWithin, type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { placeOfRegion } from '../household/household.loader';

export interface RegionRange extends PathRange {
  regionId: string;
}

export async function rangeOfRegion(context: Context, regionId: string): Promise<RegionRange> {
  const { scope } = context.caller;
  if (scope !== 'region' && scope !== 'unit') throw commonRefusals.outOfScope();
  const [place, own] = await Promise.all([placeOfRegion.load(context, regionId), context.inScope.range()]);
  if (!place || !isWithin(place.path, own)) throw commonRefusals.outOfScope();
  return { regionId, ...subtreeOf(place.path) };
}
