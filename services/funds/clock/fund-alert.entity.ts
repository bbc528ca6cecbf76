// Alerts of the clocks (时限预警) and the rate at which a region's money is spent (支出进度), by source.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { SourceLevel } from '../allotment/allotment.rules';

@ObjectType({
  description:
    '一个资金批次的逾期时限，或一地年度结余过高 · A clock of a lot that has run out, or what a place has left of a year',
})
export class FundAlert {
  /** null: of all lots of a year that a place holds together */
  lotId: string | null;
  regionId: string;
  /** in the order of places */
  order: string;

  @Field({
    description:
      '时限代码（规则包 fund-clock）或 year-end-balance · Code of the clock, from the pack fund-clock, or year-end-balance',
  })
  clock: string;

  @Field({ description: '时限名称 · Title of the clock' })
  title: string;

  @Field(() => CalendarDay, { description: '到期日 · Due on' })
  dueOn: string;

  @Field(() => Int, { description: '逾期天数 · Days overdue' })
  daysOverdue: number;

  @Field(() => Money, { description: '尚未到位的金额 · Amount that has not got there' })
  open: bigint;
}

@ObjectType({
  description:
    '支出进度：已支付到最终收款人的占下达的 · Execution: what reached its last recipient, of what was allotted',
})
export class FundExecution {
  @Field(() => SourceLevel, { nullable: true, description: '来源级次，空为合计 · Source; null for all together' })
  sourceLevel: SourceLevel | null;

  @Field(() => Money, { description: '下达 · Allotted' })
  allotted: bigint;

  @Field(() => Money, { description: '已支付（扣除退回）· Paid, less what came back' })
  paid: bigint;

  @Field(() => Money, { description: '结余 · Balance' })
  balance: bigint;

  @Field(() => String, { nullable: true, description: '支出进度，百分数 · Rate, per cent' })
  rate: string | null;

  @Field(() => String, { nullable: true, description: '结余率，百分数 · Balance of what was allotted, per cent' })
  balanceRate: string | null;

  @Field({
    description: '结余率是否达到或超过年末限额 · Whether the balance is at or above the limit for the end of a year',
  })
  balanceTooHigh: boolean;
}

@ObjectType({ description: '资金时限事实 · Clocks of the lots of a region in a quarter' })
export class FundClockFacts {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => Int, { description: '季末前到期的时限 · Clocks that fell due by the end of the quarter' })
  due: number;

  @Field(() => Int, { description: '其中按时的 · Of them, kept' })
  kept: number;

  @Field({ description: '各时限的哈希 · Hash of these clocks' })
  rowsHash: string;
}
