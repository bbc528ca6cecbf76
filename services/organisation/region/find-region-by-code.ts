// Finds the region that bears a division code today, or bore it on a day gone by: codes change hands, ids do not.
import { IsNull } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { Region } from './region.entity';
import { regionOfCodeOnDay } from './region-on-day.query';

export async function findRegionByCode({ inScope }: Context, code: string, on?: string | null): Promise<Region | null> {
  if (!on) return inScope.read(({ manager }) => manager.findOneBy(Region, { code, validTo: IsNull() }));
  const [found] = await inScope.read((rows) => rows.query(regionOfCodeOnDay, [on, code], Region));
  return found ?? null;
}
