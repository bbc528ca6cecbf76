// What a payer owes a hospital, by age (账龄): never kept, a sum of the journal on a day.
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';

@ObjectType({ description: '账龄段 · A band of age' })
export class ClaimBand {
  @Field(() => Int, { description: '自结算起天数，自（含）· Days since the settlement, from' })
  fromDays: number;

  @Field(() => Int, { nullable: true, description: '至（含），空为以上 · To; none: and older' })
  toDays: number | null;

  @Field(() => Money, { description: '应付金额 · Owed' })
  amount: bigint;
}

@ObjectType({ description: '一家医院对一个支付方的应付与账龄 · What a payer owes a hospital, by age' })
export class ClaimAgeing {
  hospitalId: string;
  payerUnitId: string;

  @Field(() => CalendarDay, { description: '截至日期 · As of this day' })
  on: string;

  @Field(() => Money, { description: '应付合计 · Owed' })
  owed: bigint;

  @Field(() => Money, { description: '其中尚未申报 · Of it not claimed yet' })
  unclaimed: bigint;

  @Field(() => Money, { description: '审核扣款，医院负担 · Deducted, borne by the hospital' })
  deducted: bigint;

  @Field(() => Money, { description: '留存质量保证金 · Quality deposit held' })
  deposit: bigint;

  @Field(() => Money, { description: '未冲抵预付 · Prepaid and not set off' })
  prepaid: bigint;

  @Field(() => Money, { description: '已拨付 · Paid' })
  paid: bigint;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '最早未清结算日期 · Day of the oldest settlement that is open',
  })
  oldestOn: string | null;

  @Field(() => [ClaimBand], { description: '各账龄段 · By age' })
  bands: ClaimBand[];
}

export const ClaimAgeingConnection = connectionOf(ClaimAgeing, 'ClaimAgeing', '账龄', 'claims by age');
