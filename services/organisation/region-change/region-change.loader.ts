// Re-organisations by id.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { RegionChange } from './region-change.entity';

export const regionChangeById = defineLoader<RegionChange | null>(
  're-organisation by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(RegionChange, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);
