// How far a plan is in a quarter (计划进度): what was planned to be lifted by its end, and its milestones.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '计划与完成（一季度）· Planned against done, of a quarter' })
export class PlanQuarter {
  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  quarter: string;

  @Field(() => Int, {
    nullable: true,
    description: '计划累计脱贫户数；未定目标为空 · Households planned to be lifted by then, null without a target',
  })
  plannedHouseholds: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '计划累计脱贫人数；未定目标为空 · People planned to be lifted by then, null without a target',
  })
  plannedPeople: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '实际累计脱贫户数，取自户的年度状态；单位计划、季度未到或不在范围内为空 · Households lifted by then, from their states; null for a unit’s plan, a quarter to come, or out of range',
  })
  liftedHouseholds?: number | null;

  @Field(() => Int, { nullable: true, description: '实际累计脱贫人数 · People lifted by then' })
  liftedPeople?: number | null;

  @Field(() => Int, { description: '本季度到期的节点 · Milestones that fall due in it' })
  milestones: number;

  @Field(() => Int, { description: '其中已完成 · Of these done' })
  done: number;

  @Field(() => Int, { description: '其中逾期（含逾期完成）· Of these overdue, or done late' })
  overdue: number;
}
