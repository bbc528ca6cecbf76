// What the graph answers to a donor about his gift, by the number and code of its receipt.
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Region, regionOf } from '../foreign/region';
import type { FundsContext } from '../tools';
import { findGiftPath } from './find-gift-path';
import { GiftItemPlace, GiftPath, GiftPathItem, GiftPathPlace } from './gift-path.entity';
import { listGiftItems } from './list-gift-items';

const inTown = { nullable: true, description: '镇街 · The town' } as const;

@Resolver(() => GiftPath)
export class GiftPathResolver {
  @Query(() => GiftPath, {
    nullable: true,
    description:
      '捐赠去向：凭票据号和查询码，不必登录；两者任一不符一律为空，每次留痕，输错过多暂停 · Where a gift went, by the number and code of its receipt, without signing in; null where either is wrong; each look is kept, and wrong ones are limited',
  })
  giftPath(
    @Arg('receiptNumber', { description: '捐赠票据号 · Number of the receipt' }) receiptNumber: string,
    @Arg('code', { description: '票据上的查询码 · The code on the receipt' }) code: string,
    @Ctx() context: FundsContext,
  ) {
    return findGiftPath(context, receiptNumber, code);
  }

  @FieldResolver(() => Region, { nullable: true, description: '定向地区 · The region that it was given for' })
  restrictedRegion(@Root() { restrictedRegionId }: GiftPath) {
    return restrictedRegionId && regionOf(restrictedRegionId);
  }

  @FieldResolver(() => [GiftPathItem], {
    nullable: true,
    description: '物资去向；资金捐赠为空列 · Where its goods are; none of a gift of money',
  })
  goods(@Root() path: GiftPath, @Ctx() context: FundsContext) {
    return listGiftItems(context, path);
  }
}

@Resolver(() => GiftPathPlace)
export class GiftPathPlaceResolver {
  @FieldResolver(() => Region, inTown)
  region(@Root() { regionId }: GiftPathPlace) {
    return regionOf(regionId);
  }
}

@Resolver(() => GiftItemPlace)
export class GiftItemPlaceResolver {
  @FieldResolver(() => Region, inTown)
  region(@Root() { regionId }: GiftItemPlace) {
    return regionOf(regionId);
  }
}
