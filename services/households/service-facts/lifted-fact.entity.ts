// How many households and people of a region were lifted in a year up to the end of a quarter, as plans compare it with their targets.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({
  description: '年内累计脱贫（仅供组织服务）· Lifted in a year up to a quarter, for the organisation service alone',
})
export class LiftedFact {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field({ description: '季度 · Quarter' })
  quarter: string;

  @Field(() => Int, { description: '累计脱贫户数 · Households lifted by its end' })
  households: number;

  @Field(() => Int, { description: '累计脱贫人数 · People in them' })
  people: number;
}
