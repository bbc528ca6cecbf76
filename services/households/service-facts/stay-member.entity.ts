// A patient (就医人员) as the register knows one on a day, for funds alone.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Classified } from '#platform/graph/classified';

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
