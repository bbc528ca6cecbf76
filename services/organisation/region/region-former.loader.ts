// Former names and codes of regions, oldest first.
import { Any } from 'typeorm';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { RegionFormer } from './region-former.entity';

export const formerOfRegion = defineLoader<RegionFormer[]>(
  'former names of a region',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.manager.find(RegionFormer, { where: { regionId: Any([...ids]) }, order: { validFrom: 'asc' } }),
      (former) => former.regionId,
    ),
);
