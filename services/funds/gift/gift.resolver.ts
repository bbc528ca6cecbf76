// What the graph answers about gifts, and the hands that promise, receive, accept, decline and receipt them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { AllotmentLine } from '../allotment/allotment.entity';
import { CharityFund } from '../charity-fund/charity-fund.entity';
import { charityFundById } from '../charity-fund/charity-fund.loader';
import { Region, regionOf } from '../foreign/region';
import { acceptGift } from './accept-gift';
import { declineGift } from './decline-gift';
import { Gift } from './gift.entity';
import { GiftArrivalInput, GiftsArgs, PromiseGiftInput } from './gift.input';
import { giftById, itemsOfGift, lotsOfGift } from './gift.loader';
import { GiftItem, GiftReceipt } from './gift-item.entity';
import { issueGiftReceipt } from './issue-gift-receipt';
import { listGifts } from './list-gifts';
import { promiseGift } from './promise-gift';
import { recordGiftArrival } from './record-gift-arrival';

const GiftConnection = connectionOf(Gift, 'Gift', '捐赠', 'gifts');
const idIs = { description: '捐赠标识 · Id of the gift' };

@Resolver(() => Gift)
export class GiftResolver {
  @Query(() => Gift, { nullable: true, description: '按标识查捐赠 · A gift by its id' })
  gift(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? giftById.load(context, id) : null;
  }

  @Query(() => GiftConnection, {
    nullable: true,
    description: '基金的捐赠，新者在前 · Gifts of a fund, the latest first',
  })
  async gifts(@Args(() => GiftsArgs) args: GiftsArgs, @Ctx() context: Context): Promise<Connection<Gift>> {
    return connect(await listGifts(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => Gift, {
    nullable: true,
    description: '登记捐赠意向，须出于自愿 · Records a gift that is promised, freely',
  })
  async promiseGift(
    @Arg('input', () => PromiseGiftInput, { description: '内容 · The gift' }) input: PromiseGiftInput,
    @Ctx() context: Context,
  ) {
    return giftById.load(context, await promiseGift(context, input));
  }

  @Mutation(() => Gift, {
    nullable: true,
    description: '登记捐赠到达，物资逐项计价 · Records what arrived of a gift; goods item by item',
  })
  async recordGiftArrival(
    @Arg('input', () => GiftArrivalInput, { description: '内容 · What arrived' }) input: GiftArrivalInput,
    @Ctx() context: Context,
  ) {
    return giftById.load(context, await recordGiftArrival(context, input));
  }

  @Mutation(() => Gift, {
    nullable: true,
    description:
      '验收捐赠（须为登记人之外的人）；资金即成为社会捐赠账的资金批次 · Accepts a gift, not by whoever recorded it; money becomes a lot of the donation book',
  })
  async acceptGift(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return giftById.load(context, await acceptGift(context, id, idempotencyKey));
  }

  @Mutation(() => Gift, { nullable: true, description: '不接受捐赠，须说明原因 · Declines a gift, with a reason' })
  async declineGift(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return giftById.load(context, await declineGift(context, id, reason));
  }

  @Mutation(() => GiftReceipt, {
    nullable: true,
    description: '开具捐赠票据，验收后开，一次 · Issues the receipt of a gift, after its acceptance, once',
  })
  async issueGiftReceipt(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('receiptNumber', { description: '捐赠票据号 · Number of the receipt' }) receiptNumber: string,
    @Ctx() context: Context,
  ): Promise<GiftReceipt> {
    const issued = await issueGiftReceipt(context, id, receiptNumber);
    return Object.assign(new GiftReceipt(), { gift: await giftById.load(context, id), code: issued.code });
  }

  @FieldResolver(() => CharityFund, { nullable: true, description: '所捐基金 · The fund' })
  fund(@Root() { fundId }: Gift, @Ctx() context: Context) {
    return charityFundById.load(context, fundId);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: '定向地区，空为不限 · Region that it is given for; null for any',
  })
  restrictedRegion(@Root() { restrictedRegionId }: Gift) {
    return restrictedRegionId && regionOf(restrictedRegionId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '物资存放地区 · Where goods are kept' })
  keptRegion(@Root() { keptRegionId }: Gift) {
    return keptRegionId && regionOf(keptRegionId);
  }

  @FieldResolver(() => [GiftItem], { nullable: true, description: '物资明细 · Its goods' })
  items(@Root() { id }: Gift, @Ctx() context: Context) {
    return itemsOfGift.load(context, id);
  }

  @FieldResolver(() => [AllotmentLine], {
    nullable: true,
    description: '所成的资金批次 · The lots that it became',
  })
  lots(@Root() { id }: Gift, @Ctx() context: Context) {
    return lotsOfGift.load(context, id);
  }
}
