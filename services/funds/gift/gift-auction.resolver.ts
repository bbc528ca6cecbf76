// What the graph answers about auctions of goods that nobody can use, and the hands that record, approve and return them.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { decideGiftAuction } from './decide-gift-auction';
import { Gift } from './gift.entity';
import { auctionsOfItem, giftAuctionById, giftById } from './gift.loader';
import { AuctionOutcome, GiftAuction } from './gift-auction.entity';
import { GiftAuctionInput } from './gift-auction.input';
import { GiftItem } from './gift-item.entity';
import { recordGiftAuction } from './record-gift-auction';

const idIs = { description: '拍卖标识 · Id of the auction' };
const keyIs = { description: '幂等键 · Idempotency key' };

@Resolver(() => GiftAuction)
export class GiftAuctionResolver {
  @Mutation(() => GiftAuction, {
    nullable: true,
    description: '登记不宜使用物资的拍卖 · Records an auction of goods that nobody can use',
  })
  async recordGiftAuction(
    @Arg('input', () => GiftAuctionInput, { description: '内容 · The auction' }) input: GiftAuctionInput,
    @Ctx() context: Context,
  ) {
    return giftAuctionById.load(context, await recordGiftAuction(context, input));
  }

  @Mutation(() => GiftAuction, {
    nullable: true,
    description:
      '批准拍卖（须为登记人之外的人），所得成为同一捐赠的资金批次 · Approves an auction, not by whoever recorded it; the proceeds are a lot of the same gift',
  })
  async approveGiftAuction(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return giftAuctionById.load(context, await decideGiftAuction(context, id, AuctionOutcome.approved, idempotencyKey));
  }

  @Mutation(() => GiftAuction, { nullable: true, description: '退回拍卖登记 · Returns an auction' })
  async returnGiftAuction(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return giftAuctionById.load(context, await decideGiftAuction(context, id, AuctionOutcome.returned, idempotencyKey));
  }

  @FieldResolver(() => Gift, { nullable: true, description: '所属捐赠 · Its gift' })
  gift(@Root() { giftId }: GiftAuction, @Ctx() context: Context) {
    return giftById.load(context, giftId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() { recordedBy }: GiftAuction) {
    return personOf(recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审批人 · Who decided on it' })
  decidedBy(@Root() { decidedBy }: GiftAuction) {
    return personOf(decidedBy);
  }
}

@Resolver(() => GiftItem)
export class ItemAuctionsResolver {
  @FieldResolver(() => [GiftAuction], { nullable: true, description: '拍卖 · Auctions of these goods' })
  auctions(@Root() { id }: GiftItem, @Ctx() context: Context) {
    return auctionsOfItem.load(context, id);
  }
}
