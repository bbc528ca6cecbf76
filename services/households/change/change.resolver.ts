// Corrections of the register, the log of changes, and what was known when.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { ConnectionArgs, connect } from '#platform/graph/connection';
import { CalendarDay, Facts } from '#platform/graph/scalars';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { GroundInput, HouseholdFactsInput, MemberFactsInput } from './change.input';
import { correctHousehold } from './correct-household';
import { correctMember } from './correct-member';
import { FactChange, FactChangeConnection } from './fact-change.entity';
import { type Sees, shownFact } from './facts.rules';
import { householdAsOf } from './household-as-of';
import { HouseholdThen } from './household-then.entity';
import { listChanges } from './list-changes';

const seesOf =
  ({ caller }: HouseholdsContext): Sees =>
  (type, field) =>
    permissions.sees(caller, type, field);
const ownerOf = ({ memberId }: FactChange) => (memberId ? 'member' : 'household');
const groundSays = '依据 · The ground';

@Resolver(() => Household)
export class HouseholdChangesResolver {
  @FieldResolver(() => FactChangeConnection, {
    nullable: true,
    description: '变更台账（户与成员），后得知者在前 · Changes of the household and its members, last known first',
  })
  async changes(
    @Root() { id }: Household,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ) {
    return connect(await listChanges(context, { householdId: id }, args, seesOf(context)), (each) => cursorOf(each.id));
  }

  @FieldResolver(() => HouseholdThen, {
    nullable: true,
    description: '某时刻所知的某日情况（如拨付当时所知）· What was known at a moment about a day, as when we paid',
  })
  asOf(
    @Root() { id }: Household,
    @Arg('on', () => CalendarDay, { description: '何日 · About which day' }) on: string,
    @Arg('knownAt', () => Date, { description: '截至何时所知 · Known by which moment' }) knownAt: Date,
    @Ctx() context: HouseholdsContext,
  ) {
    return householdAsOf(context, id, on, knownAt, seesOf(context));
  }

  @Mutation(() => Household, {
    nullable: true,
    description: '更正贫困户信息，原记录保留 · Corrects facts of a household; what was known before stays known',
  })
  async correctHousehold(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('facts', () => HouseholdFactsInput, { description: '更正内容 · What changes' }) facts: HouseholdFactsInput,
    @Arg('ground', () => GroundInput, { description: groundSays }) ground: GroundInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await correctHousehold(context, householdId, facts, ground);
    context.loaders.clear();
    return householdById.load(context, id);
  }
}

@Resolver(() => Member)
export class MemberChangesResolver {
  @FieldResolver(() => FactChangeConnection, {
    nullable: true,
    description: '变更台账，后得知者在前 · Changes of the member, last known first',
  })
  async changes(
    @Root() { id }: Member,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ) {
    return connect(await listChanges(context, { memberId: id }, args, seesOf(context)), (each) => cursorOf(each.id));
  }

  @Mutation(() => Member, {
    nullable: true,
    description: '更正成员信息，原记录保留 · Corrects facts of a member; what was known before stays known',
  })
  async correctMember(
    @Arg('memberId', () => ID, { description: '成员 · The member' }) memberId: string,
    @Arg('facts', () => MemberFactsInput, { description: '更正内容 · What changes' }) facts: MemberFactsInput,
    @Arg('ground', () => GroundInput, { description: groundSays }) ground: GroundInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await correctMember(context, memberId, facts, ground);
    context.loaders.clear();
    return memberById.load(context, id);
  }
}

@Resolver(() => FactChange)
export class FactChangeResolver {
  @FieldResolver(() => Facts, { nullable: true, description: '原值（按权限脱敏）· Before, under its mask' })
  @Classified('personal')
  before(@Root() change: FactChange, @Ctx() context: HouseholdsContext) {
    return shownFact(seesOf(context), ownerOf(change), change.field, change.before);
  }

  @FieldResolver(() => Facts, { nullable: true, description: '新值（按权限脱敏）· After, under its mask' })
  @Classified('personal')
  after(@Root() change: FactChange, @Ctx() context: HouseholdsContext) {
    return shownFact(seesOf(context), ownerOf(change), change.field, change.after);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: '哪位成员；户的事实没有 · Whose fact; none of the household',
  })
  member(@Root() { memberId }: FactChange, @Ctx() context: HouseholdsContext) {
    return memberId && memberById.load(context, memberId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '经办人 · Who registered it' })
  changedBy(@Root() { changedBy }: FactChange) {
    return personOf(changedBy);
  }
}
