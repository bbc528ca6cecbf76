// What a correction would change (更正影响): in money, in the sums of the regions, and in what their lights count.
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '地区合计的变化 · What changes in a sum of a region' })
export class SumEffect {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '状态（代码）· State, a code' })
  state: string;

  @Field(() => Int, { description: '户数（更正前）· Households before' })
  householdsBefore: number;

  @Field(() => Int, { description: '户数（更正后）· Households after' })
  householdsAfter: number;

  @Field(() => Int, { description: '人数（更正前）· People before' })
  peopleBefore: number;

  @Field(() => Int, { description: '人数（更正后）· People after' })
  peopleAfter: number;
}

@ObjectType({ description: '走访指标与亮灯的变化 · What changes in the visits that a light counts' })
export class VisitEffect {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field({ description: '季度 · Quarter' })
  quarter: string;

  @Field(() => Int, { description: '应走访户月（更正前）· Household-months owed before' })
  owedBefore: number;

  @Field(() => Int, { description: '应走访户月（更正后）· Owed after' })
  owedAfter: number;

  @Field(() => Int, { description: '已走访户月（更正前）· Done before' })
  doneBefore: number;

  @Field(() => Int, { description: '已走访户月（更正后）· Done after' })
  doneAfter: number;

  @Field(() => String, {
    nullable: true,
    description:
      '该季度已公布的灯色；已公布者不自行改变，须经申诉复算 · The published light of that quarter; it changes by an appeal alone, which draws it again',
  })
  light: string | null;
}

@ObjectType({ description: '某年度已发放金额 · What was paid in a year' })
export class PaidEffect {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => String, {
    nullable: true,
    description: '已支付（元）；由资金服务提供 · Paid, in yuan, as funds tells it',
  })
  paid: string | null;
}

@ObjectType({ description: '更正影响 · What a correction would change' })
export class CorrectionEffect {
  @Field(() => [String], { description: '现有身份标识 · Tags before, by which settlements are made' })
  tagsBefore: string[];

  @Field(() => [String], { description: '更正后身份标识 · Tags after' })
  tagsAfter: string[];

  @Field(() => [PaidEffect], {
    description: '受影响年度已发放的金额，须复核 · Payments of the years concerned, to be looked at again',
  })
  paid: PaidEffect[];

  @Field(() => [SumEffect], { description: '各级合计（仅辖区内的）· Sums of the regions above, those in range' })
  sums: SumEffect[];

  @Field(() => [VisitEffect], { description: '走访与亮灯 · Visits and lights' })
  visits: VisitEffect[];

  @Field(() => Date, { description: '据何时数据 · As of' })
  asOf: Date;
}

@ObjectType({ description: '数据来历的一步 · One step of where a figure comes from' })
export class FigureStep {
  @Field(() => Date, { description: '时刻 · When' })
  at: Date;

  @Field({ description: '何事 · What happened' })
  what: string;

  @Field(() => String, { nullable: true, description: '文号 · Document number' })
  documentNumber: string | null;

  by: string | null;
}
