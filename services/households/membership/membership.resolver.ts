// Members come, leave and return, and the head changes.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { GroundInput, MembershipInput, RelationInput } from '../change/change.input';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { formerMembersOf, memberById } from '../member/member.loader';
import type { HouseholdsContext } from '../tools';
import { changeHead } from './change-head';
import { removeMember, returnMember } from './remove-member';

const memberSays = '成员 · The member';

@Resolver(() => Household)
export class MembershipResolver {
  @FieldResolver(() => [Member], { nullable: true, description: '已减少的成员 · Members who left' })
  formerMembers(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return formerMembersOf.load(context, id);
  }

  @Mutation(() => Member, {
    nullable: true,
    description: '登记成员减少（死亡、婚出等），记录保留 · Registers that a member left; the row stays',
  })
  async removeMember(
    @Arg('memberId', () => ID, { description: memberSays }) memberId: string,
    @Arg('leaving', () => MembershipInput, { description: '减少依据 · Why and when' }) leaving: MembershipInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await removeMember(context, memberId, leaving);
    context.loaders.clear();
    return memberById.load(context, id);
  }

  @Mutation(() => Member, {
    nullable: true,
    description: '登记已减少成员回归本户 · Registers that a member who left came back',
  })
  async returnMember(
    @Arg('memberId', () => ID, { description: memberSays }) memberId: string,
    @Arg('relation', { description: '与户主关系（代码）· Relation to the head, a code' }) relation: string,
    @Arg('joining', () => MembershipInput, { description: '增加依据 · Why and when' }) joining: MembershipInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await returnMember(context, memberId, relation, joining);
    context.loaders.clear();
    return memberById.load(context, id);
  }

  @Mutation(() => Household, {
    nullable: true,
    description: '变更户主，并重述与新户主的关系 · Changes the head, with the relations to the new one',
  })
  async changeHead(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('headId', () => ID, { description: '新户主 · The new head' }) headId: string,
    @Arg('relations', () => [RelationInput], { description: '与新户主的关系；原户主必填 · Relations to the new head' })
    relations: RelationInput[],
    @Arg('ground', () => GroundInput, { description: '依据 · The ground' }) ground: GroundInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await changeHead(context, householdId, headId, relations, ground);
    context.loaders.clear();
    return householdById.load(context, id);
  }
}
