// What funds asks about the goods of a gift, under its service key.
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { Facts } from '#platform/graph/scalars';
import { giftGoodsOf } from './gift-goods.query';

@Resolver()
export class GiftGoodsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => Facts, {
    nullable: true,
    description:
      '一笔捐赠的物资现在何处、发往何地（仅供资金子图；户数少于五的合并）· Where the goods of a gift are and went, for funds alone; places with fewer than five households are told together',
  })
  giftGoods(@Arg('giftId', () => ID, { description: '捐赠 · The gift' }) giftId: string, @Ctx() context: Context) {
    return giftGoodsOf(context, giftId);
  }
}
