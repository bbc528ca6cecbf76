// Finds the region that bears a division code today, or bore it on a day gone by: codes change hands, ids do not.
import { IsNull } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { Region } from './region.entity';

export async function findRegionByCode({ inScope }: Context, code: string, on?: string): Promise<Region | null> {
  if (on === undefined) return inScope.read(({ manager }) => manager.findOneBy(Region, { code, validTo: IsNull() }));
  return inScope.read(({ manager }) =>
    manager
      .createQueryBuilder(Region, 'r')
      .where('r.code = :code and r.valid_from <= :on and (r.valid_to is null or r.valid_to > :on)', { code, on })
      .orWhere(
        'r.id in (select f.region_id from organisation.region_former f where f.code = :code and f.valid_from <= :on and f.valid_to > :on)',
        { code, on },
      )
      .getOne(),
  );
}
