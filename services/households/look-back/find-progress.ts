// Tells how far a look-back (回头看进度) is in a region: sums alone, never of a part of it.
import type { Context } from '#platform/graph/context';
import { regionRange } from '../region-summary/region-range.query';
import { findLookBackPack } from './find-look-back-pack';
import { LookBackProgress } from './look-back.entity';
import { countsOf, lookBackById } from './look-back.loader';
import { progressFrom } from './look-back-progress.rules';

/** A sum is of a region that is wholly in scope, or refused. */
export async function findProgress(
  context: Context,
  lookBackId: string,
  regionId: string,
): Promise<LookBackProgress | null> {
  const lookBack = await lookBackById.load(context, lookBackId);
  if (!lookBack) return null;
  const { lo, hi } = await regionRange(context, regionId);
  const counts = await countsOf.load(context, JSON.stringify([lookBackId, lo, hi]));
  const pack = await findLookBackPack(context, lookBack);
  return Object.assign(new LookBackProgress(), progressFrom(pack, counts));
}
