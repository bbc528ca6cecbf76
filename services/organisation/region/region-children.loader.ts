// The regions that a region manages directly, in one statement for all that a request asks about; no region has more than a hundred.
import { Any } from 'typeorm';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Region } from './region.entity';

export const childrenOfRegion = defineLoader<Region[]>(
  'children of a region',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.manager.find(Region, { where: { parentId: Any([...ids]) }, order: { path: 'asc' } }),
      (region) => region.parentId ?? '',
    ),
);
