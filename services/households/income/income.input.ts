// What is told of a household's income in a year.
import { Field, InputType } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@InputType({
  description:
    '家庭收入填报内容；一次性捐赠与医疗报销不计 · Income of a year; one-off gifts and medical reimbursements do not count',
})
export class IncomeInput {
  @Field(() => Money, { description: '工资性收入 · Wages' })
  wages: bigint;

  @Field(() => Money, { description: '生产经营性收入 · Household business' })
  business: bigint;

  @Field(() => Money, { description: '财产性收入 · Property' })
  property: bigint;

  @Field(() => Money, { description: '转移性收入（低保、养老金、补贴等）· Transfers: dibao, pension, subsidies' })
  transfers: bigint;

  @Field(() => Money, { description: '生产经营性支出 · Cost of production' })
  productionCost: bigint;
}
