// What the graph answers about households that go to a successor village, and how lists are proposed and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { approveResettlement } from './approve-resettlement';
import { listResettlements } from './list-resettlements';
import { proposeResettlement } from './propose-resettlement';
import { rejectResettlement } from './reject-resettlement';
import { Resettlement } from './resettlement.entity';
import { ResettlementInput, ResettlementsArgs } from './resettlement.input';
import { householdIdsOfList, resettlementsOfHousehold } from './resettlement.loader';

const ResettlementConnection = connectionOf(Resettlement, 'Resettlement', '分村安置名单', 'lists of resettlement');
const listId = { description: '名单标识 · Id of the list' };

@Resolver(() => Resettlement)
export class ResettlementResolver {
  @Query(() => ResettlementConnection, {
    nullable: true,
    description: '分村安置名单，按原村次序 · Lists of resettlement, in the order of the villages',
  })
  async resettlements(
    @Args(() => ResettlementsArgs) args: ResettlementsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Resettlement>> {
    return connect(await listResettlements(context, args), placedCursor);
  }

  @Mutation(() => Resettlement, {
    nullable: true,
    description: '提出分村安置名单 · Proposes which households go to a successor village',
  })
  proposeResettlement(
    @Arg('input', () => ResettlementInput, { description: '名单 · The list' }) input: ResettlementInput,
    @Ctx() context: Context<never>,
  ) {
    return proposeResettlement(context, input);
  }

  @Mutation(() => Resettlement, {
    nullable: true,
    description:
      '批准名单（提出人以外的人）；各户及其资料随即迁入 · Approves a list, by another person: the households move at once with all that is kept of them',
  })
  approveResettlement(@Arg('id', () => ID, listId) id: string, @Ctx() context: Context<never>) {
    return approveResettlement(context, id);
  }

  @Mutation(() => Resettlement, { nullable: true, description: '不批准名单，说明原因 · Rejects a list, saying why' })
  rejectResettlement(
    @Arg('id', () => ID, listId) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    return rejectResettlement(context, id, remark);
  }

  @FieldResolver(() => Region, { nullable: true, description: '原村 · The village where they were' })
  from(@Root() { regionId }: Resettlement) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '去往的村 · The village to which they go' })
  to(@Root() { toRegionId }: Resettlement) {
    return regionOf(toRegionId);
  }

  @FieldResolver(() => [ID], { nullable: true, description: '户标识 · Ids of the households' })
  householdIds(@Root() { id }: Resettlement, @Ctx() context: Context) {
    return householdIdsOfList.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() list: Resettlement) {
    return personOf(list.proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() { approvedBy, rejectedBy }: Resettlement) {
    const decided = approvedBy ?? rejectedBy;
    return decided && personOf(decided);
  }
}

@Resolver(() => Household)
export class HouseholdResettlementsResolver {
  @FieldResolver(() => [Resettlement], {
    nullable: true,
    description: '分村安置经过，旧者在前 · The lists by which it came to its village, oldest first',
  })
  resettlements(@Root() { id }: Household, @Ctx() context: Context) {
    return resettlementsOfHousehold.load(context, id);
  }
}
