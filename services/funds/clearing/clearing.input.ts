// What is told to review a claim, to bring a list, and which clearings are asked for.
import { ArrayMaxSize, ArrayMinSize, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { ClearingKind, ClearingState } from './clearing.rules';

@InputType({ description: '一行的审核扣款 · What is deducted of a line' })
export class DeductionInput {
  @Field(() => Int, { description: '行号 · Number of the line' })
  ordinal: number;

  @Field(() => Money, { description: '扣款 · Amount' })
  amount: bigint;

  @Length(2, 300, { message: '原因须为 2 至 300 字 · a reason has 2 to 300 characters' })
  @Field({ description: '原因 · Why' })
  reason: string;
}

@InputType({ description: '清单的一行 · A line of a list' })
export class ListedClaimInput {
  @Length(1, 100, { message: '编号须为 1 至 100 字 · a number has 1 to 100 characters' })
  @Field({ description: '结算编号，同结算单 · Number of the settlement, as on its slip' })
  reference: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@InputType({ description: '对账清单 · A list to be compared' })
export class ClearingListInput {
  @Length(2, 120, { message: '名称须为 2 至 120 字 · a name has 2 to 120 characters' })
  @Field({ description: '名称 · Name' })
  name: string;

  @ArrayMinSize(1, { message: '至少一行 · at least one line' })
  @ArrayMaxSize(5000, { message: '至多 5000 行 · at most 5,000 lines' })
  @Field(() => [ListedClaimInput], { description: '各行 · Its lines' })
  lines: ListedClaimInput[];
}

@ArgsType()
export class ClearingsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: '只要此医院 · Only of this hospital' })
  hospitalId?: string;

  @Field(() => ID, { nullable: true, description: '只要此支付方 · Only of this payer' })
  payerId?: string;

  @Field({ nullable: true, description: '只要此期 · Only of this period' })
  period?: string;

  @Field(() => ClearingKind, { nullable: true, description: '只要此类别 · Only of this kind' })
  kind?: ClearingKind;

  @Field(() => ClearingState, { nullable: true, description: '只要此状态 · Only in this state' })
  state?: ClearingState;
}

@ArgsType()
export class ClaimAgeingArgs extends ConnectionArgs {
  @Field(() => CalendarDay, { nullable: true, description: '截至日期，缺省为今日 · As of this day, today unless told' })
  on?: string;

  @Field(() => ID, { nullable: true, description: '只要此医院 · Only of this hospital' })
  hospitalId?: string;

  @Field(() => ID, { nullable: true, description: '只要此支付方 · Only of this payer' })
  payerId?: string;
}
