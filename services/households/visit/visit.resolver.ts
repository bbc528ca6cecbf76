// What the graph answers about visits.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Evidence } from '#platform/graph/files/evidence';
import { Instant } from '#platform/graph/scalars';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { RegionVisits } from '../region-summary/region-households.entity';
import type { HouseholdsContext } from '../tools';
import { listRegionVisits } from './list-region-visits';
import { recordVisits } from './record-visits';
import { Visit } from './visit.entity';
import { VisitInput } from './visit.input';
import { evidenceOfVisit, lastVisitOf, listVisits, visitById } from './visit.loader';
import { VisitFlag } from './visit-flag.entity';
import { awaitedPhotosOf, flaggedCountOf, flaggedInRegion, flagsOfVisit } from './visit-flag.loader';
import { VisitOutcome } from './visit-outcome.entity';

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

  @FieldResolver(() => [VisitFlag], {
    nullable: true,
    description: '走访疑点：按规则标出，不作结论 · What is odd about it: marked by rule, no verdict',
  })
  flags(@Root() { id }: Visit, @Ctx() context: HouseholdsContext) {
    return flagsOfVisit.load(context, id);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: '已登记而尚未上传的照片（内容散列）· Photos that were told and are not here yet, by their SHA-256',
  })
  awaitedPhotos(@Root() { id }: Visit, @Ctx() context: HouseholdsContext) {
    return awaitedPhotosOf.load(context, id);
  }

  @Mutation(() => [VisitOutcome], {
    nullable: true,
    description:
      '批量登记走访（离线后上传）：逐次告知结果，重复上传只记一次 · Records visits, also those written without a network: told each by itself, sent again they are recorded once',
  })
  async recordVisits(
    @Arg('visits', () => [VisitInput], { description: '各次走访 · The visits' }) visits: VisitInput[],
    @Arg('sentAt', () => Instant, {
      nullable: true,
      description: '上传时手机的时刻，用于核对时钟 · The phone’s clock when it sends, to compare clocks',
    })
    sentAt: Date | null,
    @Ctx() context: HouseholdsContext,
  ) {
    const outcomes = await recordVisits(context, visits, sentAt ?? null);
    context.loaders.clear();
    return outcomes;
  }
}

@Resolver(() => VisitOutcome)
export class VisitOutcomeResolver {
  @FieldResolver(() => Visit, { nullable: true, description: '所登记的走访 · The visit that was recorded' })
  visit(@Root() { id, refusal }: VisitOutcome, @Ctx() context: HouseholdsContext) {
    return refusal ? null : visitById.load(context, id);
  }
}

@Resolver(() => VisitFlag)
export class VisitFlagResolver {
  @FieldResolver(() => Visit, {
    nullable: true,
    description:
      '与之相对的另一次走访；不在您的范围内则为空 · The other visit that it is about; null where that is not in your scope',
  })
  otherVisit(@Root() { otherVisitId }: VisitFlag, @Ctx() context: HouseholdsContext) {
    return otherVisitId && visitById.load(context, otherVisitId);
  }
}

@Resolver(() => Person)
export class PersonVisitFlagsResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      '某季度此人有疑点的走访次数（限您范围内）· Visits of this person in a quarter that are flagged, of those in your scope',
  })
  flaggedVisits(
    @Root() { id }: Person,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: HouseholdsContext,
  ) {
    parseQuarter(quarter);
    return flaggedCountOf.load(context, `${id} ${quarter}`);
  }
}

@Resolver(() => RegionVisits)
export class RegionVisitFlagsResolver {
  @FieldResolver(() => Int, { nullable: true, description: '有疑点的走访次数 · Visits that are flagged' })
  flagged(@Root() { ranges, quarter }: RegionVisits, @Ctx() context: HouseholdsContext) {
    return flaggedInRegion(context, ranges, quarter);
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
    @Arg('flagged', () => Boolean, { nullable: true, description: '只要有疑点的 · Only those that are flagged' })
    flagged: boolean | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<Visit>> {
    const visits = await listRegionVisits(context, id, quarter, flagged === true, args);
    return connect(visits, (visit) => cursorOf(visit.path, visit.visitedOn, visit.householdId, visit.id));
  }
}
