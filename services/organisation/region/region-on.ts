// A region and its children on a day, or today when none is told.
import type { Context } from '#platform/graph/context';
import type { Region } from './region.entity';
import { regionById } from './region.loader';
import { childrenOfRegion } from './region-children.loader';
import type { RegionFormer } from './region-former.entity';
import { formerOfRegion } from './region-former.loader';
import { childrenOfRegionOnDay, dayAndId, regionOnDay } from './region-on-day.loader';

export function regionOn(context: Context, id: string, on?: string | null): Promise<Region | null> {
  return on ? regionOnDay.load(context, dayAndId(on, id)) : regionById.load(context, id);
}

export function childrenOn(context: Context, id: string, on?: string | null): Promise<Region[]> {
  return on ? childrenOfRegionOnDay.load(context, dayAndId(on, id)) : childrenOfRegion.load(context, id);
}

/** Of a day gone by: what had been before it. */
export async function formerOn(context: Context, id: string, on?: string | null): Promise<RegionFormer[]> {
  const former = await formerOfRegion.load(context, id);
  return on ? former.filter(({ validTo }) => validTo <= on) : former;
}
