// Regions by id, for every place that names one.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Region } from './region.entity';

const PARENTS =
  'where t.id in (select below.parent_id from organisation.region below where below.id = any($1::uuid[]))';

/** With their parents, when those are asked for too: one trip less up the tree. */
export const regionById = defineLoader<Region | null>(
  'region by id',
  () => null,
  async (rows, ids, context) => {
    const withParents = context.selected('Region')?.has('parent');
    const [regions, parents] = await Promise.all([
      rows.select(Region, 'where t.id = any($1::uuid[])', [ids]),
      withParents ? rows.select(Region, PARENTS, [ids]) : [],
    ]);
    for (const parent of parents) regionById.prime(context, parent.id, parent);
    return mapBy(regions, (region) => region.id);
  },
);
