// The sums of regions, batched; a region that is not wholly in the caller's scope is told so and never summed in part.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { REGION_FUNDS, type RegionFundsRow } from './region-funds.query';

export const regionYear = (regionId: string, year: number) => `${regionId} ${year}`;

export const fundsOfRegionYear = defineLoader<RegionFundsRow | null>(
  'funds of a region and year',
  () => null,
  async (rows, keys, { inScope }) => {
    const { lo, hi } = await inScope.range();
    const pairs = keys.map((key) => key.split(' '));
    const found = await rows.query<RegionFundsRow>(REGION_FUNDS, [
      pairs.map(([region]) => region),
      pairs.map(([, year]) => Number(year)),
      lo,
      hi,
    ]);
    return mapBy(found, ({ key }) => key);
  },
);
