// Households by id, and which path a region has in the managing tree.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Household } from './household.entity';

export const householdById = defineLoader<Household | null>(
  'household by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Household, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

interface Place {
  id: string;
  path: string;
  kind: string;
}

export const placeOfRegion = defineLoader<Place | null>(
  'place of a region',
  () => null,
  async (rows, ids) => {
    const sql = 'select region_id as id, path, kind from households.scope where region_id = any($1::uuid[])';
    return mapBy(await rows.query<Place>(sql, [ids.filter(isId)]), (place) => place.id);
  },
);
