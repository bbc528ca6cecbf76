// Draws a sample again (复算抽样) from what is stored, and tells whether it is the one that was visited.
import type { Context } from '#platform/graph/context';
import { canonicalJson } from '#platform/vocabulary/canonical';
import type { VisitDraw } from './visit-draw.entity';
import { sampleOf } from './visit-draw.loader';
import { drawVillages, frameHashOf, seedHashOf } from './visit-draw.rules';

/** Null before it is drawn. */
export async function drawAgain(context: Context, draw: VisitDraw): Promise<boolean | null> {
  const { number, seed, seedHash, frame, frameHash } = draw;
  if (number === null) return null;
  const stored = await sampleOf(context, draw);
  const drawn = drawVillages({ ...draw, number }, draw.pack);
  const told = (villages: readonly { regionId: string; householdIds: string[]; otherPlaces: number[] }[]) =>
    canonicalJson(villages.map(({ regionId, householdIds, otherPlaces }) => ({ regionId, householdIds, otherPlaces })));
  return seedHashOf(seed) === seedHash && frameHashOf(frame) === frameHash && told(stored) === told(drawn);
}
