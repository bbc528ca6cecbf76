// What other subgraphs may learn of the register on behalf of a person: each type answers one question and nothing beside.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';

@Directive('@inaccessible')
@ObjectType({ description: '拨付对象户（仅供资金服务）· A household to be paid, for the funds service alone' })
export class PaymentHousehold {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  id: string;

  @Field({ description: '户编号 · Number' })
  number: string;

  @Field(() => ID, { description: '所在村 · The village' })
  regionId: string;

  @Field({ description: '管理路径 · Managing path' })
  path: string;

  @Field(() => String, { nullable: true, description: '户主姓名 · Name of the head' })
  @Classified('personal')
  headName: string;

  @Field(() => String, { nullable: true, description: '银行卡（脱敏）· Bank card, masked' })
  @Classified('personal')
  maskedCard: string | null;

  @Field({ description: '现状态（代码）· Present state, a code' })
  state: string;
}

@Directive('@inaccessible')
@ObjectType({
  description: '就医人员身份（仅供资金服务）· A patient as the register knows one, for the funds service alone',
})
export class StayMember {
  @Field(() => ID, { description: '成员标识 · Id of the member' })
  memberId: string;

  @Field(() => ID, { description: '户标识 · Id of the household' })
  householdId: string;

  @Field(() => String, { nullable: true, description: '姓名（脱敏）· Name, masked' })
  @Classified('personal')
  nameMasked: string;

  @Field(() => ID, { description: '户籍所在村 · The home village' })
  regionId: string;

  @Field({ description: '管理路径 · Managing path' })
  path: string;

  @Field(() => [String], { nullable: true, description: '当日身份标识 · Tags on that day' })
  @Classified('personal')
  tags: string[];

  @Field({ description: '当年状态（代码）· State of that year, a code' })
  state: string;

  @Field(() => String, { nullable: true, description: '医疗保险（代码）· Medical insurance, a code' })
  @Classified('personal')
  insured: string;

  @Field({ description: '以上事实的内容版本 · Version of these facts, by their content' })
  version: string;
}

@Directive('@inaccessible')
@ObjectType({ description: '地区走访事实（仅供考核服务）· Visits of a region, for the assessments service alone' })
export class VisitFact {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field(() => Int, { description: '应走访户月 · Household-months owed' })
  owed: number;

  @Field(() => Int, { description: '已走访户月 · Household-months done' })
  done: number;
}
