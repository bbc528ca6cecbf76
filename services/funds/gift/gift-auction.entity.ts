// An auction of goods that nobody can use (物资拍卖): recorded by one person, approved by another, its proceeds a lot of the same gift.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum AuctionOutcome {
  approved = 'approved',
  returned = 'returned',
}

registerEnumType(AuctionOutcome, {
  name: 'AuctionOutcome',
  description: '拍卖的审批结果 · What became of an auction',
  valuesConfig: {
    approved: { description: '已批准 · Approved' },
    returned: { description: '已退回 · Returned' },
  },
});

@ObjectType({ description: '不宜使用物资的拍卖 · An auction of goods that nobody can use' })
@Entity('gift_auction')
export class GiftAuction {
  @Field(() => ID, { description: '拍卖标识 · Id of the auction' })
  @IdColumn()
  id: string;

  @RefColumn()
  itemId: string;

  @RefColumn()
  giftId: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  @WholeColumn()
  quantity: number;

  @Field({ description: '不宜使用的原因 · Why nobody can use them' })
  @TextColumn()
  reason: string;

  @Field(() => CalendarDay, { description: '拍卖日期 · Day of the auction' })
  @DayColumn()
  auctionedOn: string;

  @Field(() => Money, { description: '所得，用于原捐赠目的 · Proceeds, for what the gift was given for' })
  @FenColumn()
  proceeds: bigint;

  @Field({ description: '银行回单号 · Voucher of the bank' })
  @TextColumn()
  voucher: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => AuctionOutcome, { nullable: true, description: '结果，空为待批 · Outcome; null while it waits' })
  @TextColumn(true)
  outcome: AuctionOutcome | null;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '审批时间 · When it was decided' })
  @InstantColumn(true)
  decidedAt: Date | null;
}
