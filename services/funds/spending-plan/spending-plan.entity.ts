// A spending plan (用款计划) of a region, year and book: submitted by one person, approved or returned by another.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';
import { Book } from '../book/fund-use-pack.rules';

export enum SpendingPlanOutcome {
  approved = 'approved',
  returned = 'returned',
  withdrawn = 'withdrawn',
}

registerEnumType(SpendingPlanOutcome, {
  name: 'SpendingPlanOutcome',
  description: '用款计划的办理结果 · What became of a plan',
  valuesConfig: {
    approved: { description: '已批准 · Approved' },
    returned: { description: '已退回 · Returned' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({
  description: '用款计划；后批准的取代先批准的 · A spending plan; one approved later takes the place of an earlier',
})
@Entity('spending_plan')
export class SpendingPlan {
  @Field(() => ID, { description: '用款计划标识 · Id of the plan' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => Book, { description: '资金账类 · Book' })
  @TextColumn()
  book: Book;

  @Field({ description: '文号 · Number of its document' })
  @TextColumn()
  documentNumber: string;

  @Field(() => Money, { description: '合计 · Total' })
  @FenColumn()
  total: bigint;

  @RefColumn()
  submittedBy: string;

  @Field(() => Date, { description: '提交时间 · When it was submitted' })
  @InstantColumn()
  submittedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '办理时间 · When it was approved, returned or withdrawn' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => SpendingPlanOutcome, {
    nullable: true,
    description: '办理结果，空为待批 · Outcome; null while it waits',
  })
  @TextColumn(true)
  outcome: SpendingPlanOutcome | null;

  @Field(() => String, { nullable: true, description: '退回原因 · Why it was returned' })
  @TextColumn(true)
  reason: string | null;
}
