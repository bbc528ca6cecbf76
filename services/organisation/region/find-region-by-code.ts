// Finds the region that bears a division code today.
import { IsNull } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { Region } from './region.entity';

export function findRegionByCode({ inScope }: Context, code: string): Promise<Region | null> {
  return inScope.read(({ manager }) => manager.findOneBy(Region, { code, validTo: IsNull() }));
}
