// What belongs to a household: place, people, helper, states, and its numbers under their masks.
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import { maskFromTail } from '#platform/vocabulary/identity-number';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { HouseholdState } from '../household-state/household-state.entity';
import { statesOfHousehold } from '../household-state/household-state.loader';
import { Member } from '../member/member.entity';
import { memberById, membersOfHousehold } from '../member/member.loader';
import { helperOfHousehold } from '../pairing/pairing.loader';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { Household } from './household.entity';
import { maskAddress } from './household.rules';
import { seePhone } from './see-phone';

@Resolver(() => Household)
export class HouseholdFieldsResolver {
  @Directive('@provides(fields: "parent { id }")')
  @FieldResolver(() => Region, { nullable: true, description: '所在村（居）· The village' })
  region(@Root() { regionId }: Household) {
    return regionOf(regionId);
  }

  @FieldResolver(() => String, { nullable: true, description: '住址；审计只见脱敏 · Address; masked for auditors' })
  @Classified('personal')
  address(@Root() { address }: Household, @Ctx() { caller }: HouseholdsContext) {
    return permissions.sees(caller, 'Household', 'address') === 'plain' ? address : maskAddress(address);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '联系电话；帮扶责任人可见结对户明文（留痕），其余脱敏 · Phone; in the plain for the paired helper (logged), else masked',
  })
  @Classified('personal')
  phone(@Root() { id, phoneTail }: Household, @Ctx() context: HouseholdsContext) {
    if (!phoneTail) return null;
    return permissions.sees(context.caller, 'Household', 'phone') === 'plain'
      ? seePhone(context, id)
      : maskFromTail(phoneTail);
  }

  @FieldResolver(() => String, { nullable: true, description: '银行卡（一律脱敏）· Bank card, always masked' })
  @Classified('personal')
  bankCard(@Root() { bankCardTail }: Household) {
    return bankCardTail && maskFromTail(bankCardTail);
  }

  @FieldResolver(() => Member, { nullable: true, description: '户主 · The head' })
  head(@Root() { headMemberId }: Household, @Ctx() context: HouseholdsContext) {
    return memberById.load(context, headMemberId);
  }

  @FieldResolver(() => [Member], { nullable: true, description: '家庭成员 · The members' })
  members(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return membersOfHousehold.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '现任帮扶责任人 · The present helper' })
  async helper(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    const helperId = await helperOfHousehold.load(context, id);
    return helperId && personOf(helperId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '状态（代码）：某年度的，或现状态 · State, a code: of a year, or the present one',
  })
  async state(
    @Root() household: Household,
    @Arg('year', () => Int, { nullable: true, description: '年度；不填为现状态 · Year; the present state without it' })
    year: number | null,
    @Ctx() context: HouseholdsContext,
  ) {
    if (year === null || year === undefined || year === household.stateYear) return household.state;
    const states = await statesOfHousehold.load(context, household.id);
    return states.findLast((state) => state.year === year)?.state ?? null;
  }

  @FieldResolver(() => [HouseholdState], {
    nullable: true,
    description: '历年状态，旧者在前 · States of all years, oldest first',
  })
  states(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return statesOfHousehold.load(context, id);
  }
}
