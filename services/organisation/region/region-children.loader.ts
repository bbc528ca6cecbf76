// The regions that a region manages directly, in one statement for all that a request asks about; no region has more than a hundred.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Region } from './region.entity';

export const childrenOfRegion = defineLoader<Region[]>(
  'children of a region',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Region, 'where t.parent_id = any($1::uuid[]) and t.valid_to is null order by t.path', [ids]),
      (region) => region.parentId ?? '',
    ),
);
