// Former names and codes of regions, oldest first.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { RegionFormer } from './region-former.entity';

export const formerOfRegion = defineLoader<RegionFormer[]>(
  'former names of a region',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(RegionFormer, 'where t.region_id = any($1::uuid[]) order by t.valid_from', [ids]),
      (former) => former.regionId,
    ),
);
