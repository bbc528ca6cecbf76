// What the graph answers about donated goods: how they are counted in, what the gift allows, and what a count found.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Region, regionOf } from '../foreign/region';
import { lotById } from '../love-package/goods.loader';
import { GoodsLot } from '../love-package/goods-lot.entity';
import { countGoods } from './count-goods';
import { GoodsCount } from './goods-count.entity';
import { countOfLot } from './goods-count.loader';

@Resolver(() => GoodsLot)
export class DonatedGoodsResolver {
  @Mutation(() => GoodsLot, {
    nullable: true,
    description:
      '清点捐赠物资入库：一次清点全部，短少须说明 · Counts donated goods into stock, all at once, and says why something is missing',
  })
  async countGoods(
    @Arg('lotId', () => ID, { description: '物资批 · The lot' }) lotId: string,
    @Arg('counted', () => Int, { description: '实收数量 · How many were found' }) counted: number,
    @Arg('reason', () => String, { nullable: true, description: '短少原因 · Why something is missing' })
    reason: string | null,
    @Ctx() context: Context,
  ) {
    return lotById.load(context, await countGoods(context, { lotId, counted, reason: reason ?? null }));
  }

  @FieldResolver(() => Region, { nullable: true, description: '限定地区 · The region that the gift is for' })
  restrictedRegion(@Root() { restrictedRegionId }: GoodsLot) {
    return restrictedRegionId && regionOf(restrictedRegionId);
  }

  @FieldResolver(() => GoodsCount, { nullable: true, description: '清点结果 · What the count found' })
  count(@Root() { id }: GoodsLot, @Ctx() context: Context) {
    return countOfLot.load(context, id);
  }
}
