// Outings of a region in a year, oldest first: a handful.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Outing } from './outing.entity';

export const outingsOfYear = defineLoader<Outing[]>(
  'outings of a region and year',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const tail = `where (t.region_id, extract(year from t.held_on)::int) in (select * from unnest($1::uuid[], $2::int[])) order by t.held_on, t.id`;
    const found = await rows.select(Outing, tail, [asked.map(([id]) => id), asked.map(([, year]) => Number(year))]);
    return groupBy(found, ({ regionId, heldOn }) => `${regionId} ${Number(heldOn.slice(0, 4))}`);
  },
);
