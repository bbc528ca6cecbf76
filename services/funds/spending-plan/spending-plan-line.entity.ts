// A line of a spending plan (用款计划行): a month and who uses how much; and what a month came to.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '用款计划的一行 · A line of a spending plan' })
@Entity('spending_plan_line')
export class SpendingPlanLine {
  @Field(() => ID, { description: '行标识 · Id of the line' })
  @IdColumn()
  id: string;

  @RefColumn()
  planId: string;

  @Field(() => Int, { description: '行号 · Number' })
  @WholeColumn()
  number: number;

  @Field({ description: '月份 · Month' })
  @TextColumn()
  month: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  projectId: string | null;

  @Field(() => Money, { description: '计划用款 · Planned' })
  @FenColumn()
  amount: bigint;
}

@ObjectType({
  description: '一个月的计划与支出 · A month, as planned and as paid to the end recipients',
})
export class SpendingPlanMonth {
  @Field({ description: '月份 · Month' })
  month: string;

  @Field(() => Money, { description: '计划用款 · Planned' })
  planned: bigint;

  @Field(() => Money, { description: '当月已支付到最终收款人的，含计划外的 · Paid, also outside the plan' })
  spent: bigint;
}

@ObjectType({ description: '可据以编制计划的一行 · A line that a plan can be drawn from' })
export class DrawnUse {
  regionId: string;
  projectId: string | null;

  @Field({ description: '月份 · Month' })
  month: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}
