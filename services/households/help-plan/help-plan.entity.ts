// A help plan (帮扶计划) of a household for a year: drafted by who helps, reviewed by the town, followed by another one when returned.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

export enum HelpPlanOutcome {
  approved = 'approved',
  returned = 'returned',
}

registerEnumType(HelpPlanOutcome, {
  name: 'HelpPlanOutcome',
  description: '帮扶计划审核结果 · Outcome of the review of a help plan',
  valuesConfig: {
    approved: { description: '同意 · Approved' },
    returned: { description: '退回重拟 · Returned, to be drafted anew' },
  },
});

@ObjectType({ description: '帮扶计划：一户一年一份 · A help plan: one a household and year' })
@Entity('help_plan')
export class HelpPlan {
  @Field(() => ID, { description: '计划标识 · Id of the plan' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field({ description: '目标 · The goal' })
  @TextColumn()
  goal: string;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '拟订时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  reviewedBy: string | null;

  @Field(() => Date, { nullable: true, description: '审核时间 · Reviewed at' })
  @InstantColumn(true)
  reviewedAt: Date | null;

  @Field(() => HelpPlanOutcome, {
    nullable: true,
    description: '审核结果；空为待审 · Outcome; null while it awaits review',
  })
  @TextColumn(true)
  outcome: HelpPlanOutcome | null;

  @Field(() => String, { nullable: true, description: '审核意见 · Remark of the review' })
  @TextColumn(true)
  remark: string | null;
}
