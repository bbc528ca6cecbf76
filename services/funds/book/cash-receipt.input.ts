// What finance records of cash that came from the treasury, or went back to it.
import { ArrayMaxSize, ArrayMinSize, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '资金批次与金额 · A lot and an amount' })
export class LotAmountInput {
  @Field(() => ID, { description: '资金批次 · The lot' })
  lotId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@InputType({ description: '国库资金到账或缴回 · Cash received or handed back' })
export class MoveCashInput {
  @Field(() => ID, { description: '指标文 · The notice that it is for' })
  allotmentId: string;

  @Length(2, 100, { message: '凭证号须为 2 至 100 个字符 · a voucher number has 2 to 100 characters' })
  @Field({ description: '国库凭证号 · Number of the voucher' })
  voucher: string;

  @Field(() => CalendarDay, { description: '到账日（起息日）· Value date' })
  valueDate: string;

  @ArrayMinSize(1, { message: '至少一行 · at least one line' })
  @ArrayMaxSize(2000, { message: '至多 2000 行 · at most 2,000 lines' })
  @Field(() => [LotAmountInput], { description: '各批次金额，一批次一行 · Amounts, one a lot' })
  lines: LotAmountInput[];
}
