// What the graph answers about visits.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Evidence } from '#platform/graph/files/evidence';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { listRegionVisits } from './list-region-visits';
import { recordVisit } from './record-visit';
import { Visit } from './visit.entity';
import { VisitInput } from './visit.input';
import { evidenceOfVisit, lastVisitOf, listVisits, visitById } from './visit.loader';

const VisitConnection = connectionOf(Visit, 'Visit', '走访', 'visits');

async function pageOfVisits(
  context: HouseholdsContext,
  householdId: string,
  args: ConnectionArgs,
): Promise<Connection<Visit>> {
  return connect(await listVisits(context, householdId, args), (visit) => cursorOf(visit.visitedOn, visit.id));
}

@Resolver(() => Visit)
export class VisitResolver {
  @Query(() => VisitConnection, {
    nullable: true,
    description: '某户的走访，新者在前 · Visits of a household, newest first',
  })
  async visits(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<Visit> | null> {
    return isId(householdId) && (await householdById.load(context, householdId))
      ? pageOfVisits(context, householdId, args)
      : null;
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: Visit, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '照片等佐证材料 · Pictures and other evidence' })
  evidence(@Root() { id }: Visit, @Ctx() context: HouseholdsContext) {
    return evidenceOfVisit.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '走访人 · Who visited' })
  helper(@Root() { helperId }: Visit) {
    return personOf(helperId);
  }

  @Mutation(() => Visit, { nullable: true, description: '登记走访 · Records a visit' })
  async recordVisit(
    @Arg('input', () => VisitInput, { description: '走访内容 · What is told' }) input: VisitInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await recordVisit(context, input, idempotencyKey);
    context.loaders.clear();
    return visitById.load(context, id);
  }
}

@Resolver(() => Household)
export class HouseholdVisitsResolver {
  @FieldResolver(() => VisitConnection, { nullable: true, description: '走访，新者在前 · Visits, newest first' })
  visits(
    @Root() { id }: Household,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ) {
    return pageOfVisits(context, id, args);
  }

  @FieldResolver(() => Visit, { nullable: true, description: '最近一次走访 · The last visit' })
  lastVisit(@Root() { id }: Household, @Ctx() context: HouseholdsContext) {
    return lastVisitOf.load(context, id);
  }
}

@Resolver(() => Region)
export class RegionVisitsResolver {
  @FieldResolver(() => VisitConnection, {
    nullable: true,
    description:
      '该地区某季度的走访，按村次序；不全在范围内的不列 · Visits of a quarter in the order of the villages; none for a region not wholly in scope',
  })
  async visits(
    @Root() { id }: Region,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<Visit>> {
    const visits = await listRegionVisits(context, id, quarter, args);
    return connect(visits, (visit) => cursorOf(visit.path, visit.visitedOn, visit.householdId, visit.id));
  }
}
