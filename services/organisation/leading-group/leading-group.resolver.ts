// What the graph answers about leading groups: their regions, offices and members, and the seats of a unit.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { endMembership } from './end-membership';
import { foundLeadingGroup } from './found-leading-group';
import { GroupMember } from './group-member.entity';
import { seatedOn } from './group-member.rules';
import { LeadingGroup } from './leading-group.entity';
import { FoundLeadingGroupArgs, SeatMemberArgs } from './leading-group.input';
import { groupById, groupOfRegion, membersOfGroup, seatsOfUnit } from './leading-group.loader';
import { listLeadingGroups } from './list-leading-groups';
import { seatMember } from './seat-member';

const LeadingGroupConnection = connectionOf(LeadingGroup, 'LeadingGroup', '领导小组', 'leading groups');
const onIs = {
  nullable: true,
  description: '只要此日在任的；不填为历任全部 · Only those of this day; all unless told',
};

@Resolver(() => LeadingGroup)
export class LeadingGroupResolver {
  @Query(() => LeadingGroup, { nullable: true, description: '按标识查领导小组 · A leading group by its id' })
  leadingGroup(
    @Arg('id', () => ID, { description: '领导小组标识 · Id of the leading group' }) id: string,
    @Ctx() context: Context,
  ) {
    return groupById.load(context, id);
  }

  @Query(() => LeadingGroupConnection, {
    nullable: true,
    description: '领导小组列表，按隶属次序 · Leading groups in the order of the managing tree',
  })
  async leadingGroups(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<LeadingGroup>> {
    return connect(await listLeadingGroups(context, args), placedCursor);
  }

  @Mutation(() => LeadingGroup, { nullable: true, description: '成立领导小组 · Founds a leading group' })
  foundLeadingGroup(@Args(() => FoundLeadingGroupArgs) args: FoundLeadingGroupArgs, @Ctx() context: Context<never>) {
    return foundLeadingGroup(context, args);
  }

  @Mutation(() => GroupMember, { nullable: true, description: '增补成员 · Seats a member' })
  seatMember(@Args(() => SeatMemberArgs) args: SeatMemberArgs, @Ctx() context: Context<never>) {
    return seatMember(context, args);
  }

  @Mutation(() => GroupMember, { nullable: true, description: '免去成员，自某日起 · Ends a membership from a day on' })
  endMembership(
    @Arg('id', () => ID, { description: '成员标识 · Id of the membership' }) id: string,
    @Arg('on', () => CalendarDay, { description: '自何日起 · From which day' }) on: string,
    @Ctx() context: Context<never>,
  ) {
    return endMembership(context, id, on);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: LeadingGroup, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { description: '办公室所在单位 · The unit that is its office' })
  office(@Root() { officeUnitId }: LeadingGroup, @Ctx() context: Context) {
    return unitById.load(context, officeUnitId);
  }

  @FieldResolver(() => [GroupMember], { description: '成员，组长在前 · Members, the head first' })
  async members(
    @Root() { id }: LeadingGroup,
    @Arg('on', () => CalendarDay, onIs) on: string | null,
    @Ctx() context: Context,
  ) {
    return seatedOn(await membersOfGroup.load(context, id), on);
  }
}

@Resolver(() => GroupMember)
export class GroupMemberResolver {
  @FieldResolver(() => LeadingGroup, { description: '领导小组 · The leading group' })
  group(@Root() { groupId }: GroupMember, @Ctx() context: Context) {
    return groupById.load(context, groupId);
  }

  @FieldResolver(() => Unit, { description: '单位 · The unit' })
  unit(@Root() { unitId }: GroupMember, @Ctx() context: Context) {
    return unitById.load(context, unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '现任人员 · Who holds the post' })
  person(@Root() { personId }: GroupMember, @Ctx() context: Context) {
    return personId && personById.load(context, personId);
  }
}

@Resolver(() => Region)
export class RegionLeadingGroupResolver {
  @FieldResolver(() => LeadingGroup, { nullable: true, description: '该地区的领导小组 · Its leading group' })
  leadingGroup(@Root() { id }: Region, @Ctx() context: Context) {
    return groupOfRegion.load(context, id);
  }
}

@Resolver(() => Unit)
export class UnitSeatsResolver {
  @FieldResolver(() => [GroupMember], {
    nullable: true,
    description: '在领导小组中的席位 · Its seats in leading groups',
  })
  async seats(@Root() { id }: Unit, @Arg('on', () => CalendarDay, onIs) on: string | null, @Ctx() context: Context) {
    return seatedOn(await seatsOfUnit.load(context, id), on);
  }
}
