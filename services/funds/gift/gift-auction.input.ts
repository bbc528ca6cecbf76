// What an officer writes of an auction of goods that nobody can use.
import { Length } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '不宜使用物资的拍卖 · An auction of goods that nobody can use' })
export class GiftAuctionInput {
  @Field(() => ID, { description: '物资标识 · Id of the goods' })
  itemId: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;

  @Field({ description: '不宜使用的原因 · Why nobody can use them' })
  reason: string;

  @Field(() => CalendarDay, { description: '拍卖日期 · Day of the auction' })
  auctionedOn: string;

  @Field(() => Money, { description: '所得 · Proceeds' })
  proceeds: bigint;

  @Length(2, 100, { message: '回单号须为 2 至 100 个字符 · a voucher has 2 to 100 characters' })
  @Field({ description: '银行回单号 · Voucher of the bank' })
  voucher: string;
}
