// What the graph answers about members, and the reveal of their numbers.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { MembershipInput } from '../change/change.input';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { addMember } from './add-member';
import { Member } from './member.entity';
import { MemberInput } from './member.input';
import { memberById } from './member.loader';
import { revealHousehold, revealMember } from './reveal-member';
import { Revelation } from './revelation.entity';

const reasonSays = '理由（6 至 200 字，记入日志，不得含号码）· Reason, 6 to 200 characters, logged, without numbers';

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => Member, { nullable: true, description: '按标识查家庭成员 · A member by its id' })
  member(
    @Arg('id', () => ID, { description: '成员标识 · Id of the member' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return memberById.load(context, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '姓名；审计与单位只见脱敏 · Name; masked for auditors and units',
  })
  @Classified('personal')
  name(@Root() { name }: Member, @Ctx() { caller }: HouseholdsContext) {
    return permissions.sees(caller, 'Member', 'name') === 'plain' ? name : maskName(name);
  }

  @FieldResolver(() => String, { nullable: true, description: '身份证号（一律脱敏）· Identity number, always masked' })
  @Classified('personal')
  idNumber(@Root() { idNumberTail }: Member) {
    return maskFromTail(idNumberTail);
  }

  @FieldResolver(() => Household, { nullable: true, description: '所在户 · The household' })
  household(@Root() { householdId }: Member, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @Mutation(() => Member, { nullable: true, description: '登记新增成员 · Adds a member to a household' })
  async addMember(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('member', () => MemberInput, { description: '登记内容 · What is told' }) member: MemberInput,
    @Arg('joining', () => MembershipInput, {
      nullable: true,
      description: '增加依据；不填为漏登补录 · Why and when; without it the member was left out at the registration',
    })
    joining: MembershipInput | null,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await addMember(context, householdId, member, joining ?? undefined);
    context.loaders.clear();
    return memberById.load(context, id);
  }

  @Mutation(() => Revelation, {
    nullable: true,
    description: '查看成员证件号等明文（留痕）· Reveals the numbers of a member, which is logged',
  })
  revealMember(
    @Arg('memberId', () => ID, { description: '成员标识 · Id of the member' }) memberId: string,
    @Arg('reason', { description: reasonSays }) reason: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return revealMember(context, memberId, reason);
  }

  @Mutation(() => Revelation, {
    nullable: true,
    description:
      '查看户主证件号与户的电话、银行卡明文（留痕）· Reveals the numbers of a household and its head, which is logged',
  })
  revealHousehold(
    @Arg('householdId', () => ID, { description: '户标识 · Id of the household' }) householdId: string,
    @Arg('reason', { description: reasonSays }) reason: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return revealHousehold(context, householdId, reason);
  }
}
