// What the graph answers about policies: those in force, their versions, what they mean for a household, and who explained them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { draftPolicy } from './draft-policy';
import { findPolicy, keysOfPolicy, listBriefings, listDrafts, listPolicies, versionsOf } from './list-policies';
import { Policy } from './policy.entity';
import { BriefingInput, PoliciesArgs, PolicyInput } from './policy.input';
import { policyById } from './policy.loader';
import { PolicyBriefing } from './policy-briefing.entity';
import { PolicyVerdict } from './policy-verdict.entity';
import { verdictsFor } from './policy-verdicts.loader';
import { publishPolicy } from './publish-policy';
import { recordBriefing } from './record-briefing';

const PolicyConnection = connectionOf(Policy, 'Policy', '政策', 'policies');
const PolicyBriefingConnection = connectionOf(
  PolicyBriefing,
  'PolicyBriefing',
  '政策解读记录',
  'explanations of policies',
);

@Resolver(() => Policy)
export class PolicyResolver {
  @Query(() => Policy, { nullable: true, description: '按标识查政策 · A policy by its id' })
  policy(@Arg('id', () => ID, { description: '政策标识 · Id of the policy' }) id: string, @Ctx() context: Context) {
    return findPolicy(context, id);
  }

  @Query(() => PolicyConnection, {
    nullable: true,
    description: '有效政策，新者在前 · Policies in force, newest first',
  })
  async policies(@Args(() => PoliciesArgs) args: PoliciesArgs, @Ctx() context: Context): Promise<Connection<Policy>> {
    return connect(await listPolicies(context, args), (policy) => cursorOf(...keysOfPolicy(policy)));
  }

  @Query(() => PolicyConnection, { nullable: true, description: '待发布的政策草案 · Drafts that wait to be published' })
  async policyDrafts(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Policy>> {
    return connect(await listDrafts(context, args), (policy) => cursorOf(...keysOfPolicy(policy)));
  }

  @Mutation(() => Policy, { nullable: true, description: '起草政策 · Drafts a policy' })
  async draftPolicy(
    @Arg('input', () => PolicyInput, { description: '内容 · What it says' }) input: PolicyInput,
    @Ctx() context: Context,
  ) {
    return findPolicy(context, await draftPolicy(context, input));
  }

  @Mutation(() => Policy, {
    nullable: true,
    description: '发布政策（起草人以外的人）· Publishes a policy, by another person than who drafted it',
  })
  async publishPolicy(
    @Arg('id', () => ID, { description: '政策标识 · Id of the policy' }) id: string,
    @Ctx() context: Context,
  ) {
    const published = await publishPolicy(context, id);
    context.loaders.clear();
    return policyById.load(context, published);
  }

  @FieldResolver(() => Region, { nullable: true, description: '适用地区 · The region in which it holds' })
  region(@Root() { regionId }: Policy) {
    return regionOf(regionId);
  }

  @FieldResolver(() => [Policy], { nullable: true, description: '历次版本，旧者在前 · All its versions, oldest first' })
  versions(@Root() policy: Policy, @Ctx() context: Context) {
    return versionsOf(context, policy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() policy: Policy) {
    return policy.draftedBy && personOf(policy.draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '发布人 · Who published it' })
  publishedBy(@Root() policy: Policy) {
    return policy.publishedBy && personOf(policy.publishedBy);
  }
}

@Resolver(() => PolicyBriefing)
export class PolicyBriefingResolver {
  @Mutation(() => PolicyBriefing, { nullable: true, description: '登记政策解读 · Records that a policy was explained' })
  recordPolicyBriefing(
    @Arg('input', () => BriefingInput, { description: '内容 · What is told' }) input: BriefingInput,
    @Ctx() context: Context,
  ) {
    return recordBriefing(context, input);
  }

  @FieldResolver(() => Policy, { nullable: true, description: '政策 · The policy' })
  policy(@Root() { policyId }: PolicyBriefing, @Ctx() context: Context) {
    return policyById.load(context, policyId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '解读人 · Who explained it' })
  explainedBy(@Root() briefing: PolicyBriefing) {
    return personOf(briefing.explainedBy);
  }
}

@Resolver(() => Household)
export class HouseholdPoliciesResolver {
  @FieldResolver(() => [PolicyVerdict], {
    nullable: true,
    description:
      '各项有效政策对该户是否适用、理由、须核实的事实 · Each policy in force: whether it is for the household, why, and which facts to verify',
  })
  @Classified('personal')
  policies(@Root() household: Household, @Ctx() context: Context) {
    return verdictsFor(context, household);
  }

  @FieldResolver(() => PolicyBriefingConnection, {
    nullable: true,
    description: '政策解读记录，新者在前 · Policies explained to it, newest first',
  })
  async policyBriefings(
    @Root() { id }: Household,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PolicyBriefing>> {
    return connect(await listBriefings(context, id, args), (briefing) => cursorOf(briefing.id));
  }
}
