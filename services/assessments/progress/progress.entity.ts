// Progress (进展) of a task in a quarter: reported by its owner, then confirmed or returned by another person of another unit.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

export enum ProgressOutcome {
  confirmed = 'confirmed',
  returned = 'returned',
}
registerEnumType(ProgressOutcome, {
  name: 'ProgressOutcome',
  description: '确认结果 · What was decided on a report',
  valuesConfig: {
    confirmed: { description: '已确认 · Confirmed' },
    returned: { description: '已退回，可重新上报 · Returned, may be reported again' },
  },
});

@ObjectType({ description: '任务进展上报 · A report of a task’s progress' })
@Entity('progress')
export class Progress {
  @Field(() => ID, { description: '上报标识 · Id of the report' })
  @IdColumn()
  id: string;

  @RefColumn()
  taskId: string;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => Int, { description: '完成百分比 · Percent done' })
  @WholeColumn()
  percent: number;

  @Field(() => Int, {
    nullable: true,
    description: '实际数（人、户、件等）· How many, where the task counts something',
  })
  @WholeColumn(true)
  done: number | null;

  @Field(() => Int, { nullable: true, description: '应有数 · Of how many' })
  @WholeColumn(true)
  wanted: number | null;

  @Field({ description: '情况说明 · Note' })
  @TextColumn()
  note: string;

  @RefColumn()
  reportedBy: string;

  @RefColumn(true)
  reportedUnit: string | null;

  @Field(() => Date, { description: '上报时间 · Reported at' })
  @InstantColumn()
  reportedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @RefColumn(true)
  confirmedUnit: string | null;

  @Field(() => Date, { nullable: true, description: '确认或退回时间 · Confirmed or returned at' })
  @InstantColumn(true)
  confirmedAt: Date | null;

  @Field(() => ProgressOutcome, {
    nullable: true,
    description: '结果；空为待确认 · Outcome, null while it awaits confirmation',
  })
  @TextColumn(true)
  outcome: ProgressOutcome | null;

  @Field(() => String, { nullable: true, description: '确认或退回意见 · Remark of who decided' })
  @TextColumn(true)
  remark: string | null;

  @RefColumn(true)
  verifiedBy: string | null;

  @RefColumn(true)
  verifiedUnit: string | null;

  @Field(() => Date, { nullable: true, description: '核实时间 · Verified at' })
  @InstantColumn(true)
  verifiedAt: Date | null;

  @Field(() => String, { nullable: true, description: '核实情况 · What was seen when it was verified' })
  @TextColumn(true)
  verification: string | null;
}
