// What the count of each lot found (清点结果), in the caller's scope.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { GoodsCount } from './goods-count.entity';

export const countOfLot = defineLoader<GoodsCount | null>(
  'count of a lot',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(GoodsCount, 'where t.lot_id = any($1::uuid[])', [ids]), (one) => one.lotId),
);
