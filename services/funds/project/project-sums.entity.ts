// Projects of a region added up (项目汇总): how many in which state, their budgets, and what of them was asked for and paid.
import { Field, Int, ObjectType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@ObjectType({ description: '项目汇总 · Projects added up' })
export class ProjectSums {
  @Field(() => Int, { description: '项目数 · Projects' })
  projects: number;

  @Field(() => Int, { description: '在库 · In the library' })
  inLibrary: number;

  @Field(() => Int, { description: '已列入年度计划 · In an annual plan' })
  planned: number;

  @Field(() => Money, { description: '总规模 · Budgets' })
  budget: bigint;

  @Field(() => Money, { description: '已申请用款 · Asked for' })
  allotted: bigint;

  @Field(() => Money, { description: '已支付 · Paid' })
  paid: bigint;

  @Field(() => Int, { description: '受益户 · Households that benefit' })
  households: number;

  @Field(() => Int, { description: '受益人口 · People who benefit' })
  people: number;
}
