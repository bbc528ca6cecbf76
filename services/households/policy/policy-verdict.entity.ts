// What a policy means for a household (政策匹配): whether it is for it and why, or why not and which facts to verify.
import { Field, ObjectType } from 'type-graphql';
import { Member } from '../member/member.entity';
import { Policy } from './policy.entity';

@ObjectType({ description: '一项条件在该户是否成立 · A condition, and whether it holds for the household' })
export class PolicyReason {
  @Field(() => Member, {
    nullable: true,
    description: '哪一成员；空为整户 · Of which member; of the household when null',
  })
  member: Member | null;

  @Field({ description: '条件 · The condition' })
  condition: string;

  @Field(() => String, { nullable: true, description: '现登记值；空为未知 · As it is registered; not known when null' })
  value: string | null;

  @Field({ description: '成立 · Whether it holds' })
  holds: boolean;
}

@ObjectType({
  description:
    '须核实的事实：核实属实方可变更，不得迁就政策 · A fact to verify: changed only if it is so, never to fit',
})
export class FactToVerify {
  @Field(() => Member, {
    nullable: true,
    description: '哪一成员；空为整户 · Of which member; of the household when null',
  })
  member: Member | null;

  @Field({ description: '事实（代码）· The fact, a code' })
  fact: string;

  @Field({ description: '事实名称 · What it is' })
  title: string;

  @Field(() => String, { nullable: true, description: '现登记值 · As it is registered' })
  before: string | null;

  @Field({ description: '若核实为此值则符合 · If verified to be this, the policy is for it' })
  after: string;
}

@ObjectType({ description: '一项政策对该户是否适用及理由 · Whether a policy is for the household, and why' })
export class PolicyVerdict {
  @Field(() => Policy, { description: '政策 · The policy' })
  policy: Policy;

  @Field({ description: '适用 · Whether it is for the household' })
  eligible: boolean;

  @Field(() => [PolicyReason], { description: '逐项条件 · The conditions one by one' })
  reasons: PolicyReason[];

  @Field(() => [FactToVerify], {
    description:
      '不适用时，最少须核实的事实；空为无论如何不适用 · When not: the fewest facts to verify; none where no change would do',
  })
  toVerify: FactToVerify[];
}
