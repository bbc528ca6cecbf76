// Answers the villages of a region with their registered households to assessments, which freezes them before a sample is drawn.
// Nothing is written down of the question: that somebody asked would tell that a secret visit is coming.
import type { Context } from '#platform/graph/context';
import { regionRange } from '../region-summary/region-range.query';
import type { InspectionFrameVillage } from './inspection-frame-village.entity';

const frame = `select h.region_id as "regionId", h.path, array_agg(h.id::text order by h.id) as "householdIds" from households.household h
  where h.path >= $1 and h.path < $2 and h.state <> 'removed' group by h.region_id, h.path order by h.region_id`;

export async function inspectionFrame(context: Context, regionId: string): Promise<InspectionFrameVillage[]> {
  const { lo, hi } = await regionRange(context, regionId);
  return context.inScope.read(({ query }) => query<InspectionFrameVillage>(frame, [lo, hi]));
}
