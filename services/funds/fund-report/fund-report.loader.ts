// Fund reports of a region in a year, oldest first: twelve at most.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { FundReport } from './fund-report.entity';

export const fundReportsOfYear = defineLoader<FundReport[]>(
  'fund reports of a region and year',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const tail =
      'where (t.region_id, left(t.month, 4)) in (select * from unnest($1::uuid[], $2::text[])) order by t.month';
    const found = await rows.select(FundReport, tail, [asked.map(([id]) => id), asked.map(([, year]) => year)]);
    return groupBy(found, ({ regionId, month }) => `${regionId} ${month.slice(0, 4)}`);
  },
);
