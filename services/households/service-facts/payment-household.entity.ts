// A household to be paid (拨付对象), as funds may learn of it: it answers that question and nothing beside.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
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
