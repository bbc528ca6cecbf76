// The range of a region that is wholly inside the caller's scope; a sum is never shown in part.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';

export interface RegionRange extends PathRange {
  regionId: string;
}

export async function regionRange({ caller, inScope }: Context, regionId: string): Promise<RegionRange> {
  const path = caller.scope === 'region' || caller.scope === 'unit' ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.outOfScope();
  return { regionId, ...subtreeOf(path) };
}

/** Of a helper: whatever row-level security leaves of the whole register, which are the households paired now. */
export const everythingPaired: RegionRange = { regionId: '00000000-0000-0000-0000-000000000000', lo: '', hi: '~' };
