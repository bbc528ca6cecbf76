// What the graph answers about visits owed: of a region, of a household, and of whoever helps.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import {
  ObligationCounts,
  ObligationFact,
  ObligationLineCounts,
  obligationFacts,
  shownLines,
  shownSum,
} from '#platform/graph/obligation-shape';
import { parsePeriod } from '#platform/obligation/days';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { everythingPaired, regionRange } from '../region-summary/region-range.query';
import { VisitObligation, VisitObligations } from './visit-obligation.entity';
import { countsOfVisits, householdPeriod, listOverdueVisits, obligationsOfHousehold } from './visit-obligation.loader';

const VisitObligationConnection = connectionOf(VisitObligation, 'VisitObligation', '应走访事项', 'visits owed');
const PERIOD = '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05';

function inPeriod(range: VisitObligations['range'], period: string): VisitObligations {
  parsePeriod(period);
  return Object.assign(new VisitObligations(), { range, period });
}

@Resolver(() => Region)
export class RegionVisitObligationsResolver {
  @FieldResolver(() => VisitObligations, {
    nullable: true,
    description:
      '期间内到期的应走访；地区不全在您的范围内则为空 · Visits owed that fall due in the period; null when the region is not wholly in your scope',
  })
  async visitObligations(
    @Root() { id }: Region,
    @Arg('period', { description: PERIOD }) period: string,
    @Ctx() context: Context,
  ) {
    return inPeriod(await regionRange(context, id), period);
  }
}

@Resolver()
export class VisitObligationFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [ObligationFact], {
    nullable: true,
    description:
      '各地区应走访事实（仅供组织、考核服务）· Visits owed of regions, for the services organisation and assessments',
  })
  async visitObligationFacts(
    @Arg('regionIds', () => [ID], { description: '地区 · Regions' }) regionIds: string[],
    @Arg('period', { description: PERIOD }) period: string,
    @Ctx() context: Context,
  ): Promise<ObligationFact[]> {
    const facts = regionIds.map(async (id) =>
      obligationFacts(id, await countsOfVisits(context, inPeriod(await regionRange(context, id), period))),
    );
    return (await Promise.all(facts)).flat();
  }
}

@Resolver(() => Household)
export class HouseholdVisitObligationsResolver {
  @FieldResolver(() => [VisitObligation], {
    nullable: true,
    description: '期间内对该户的应走访，旧者在前 · Visits owed to this household in the period, oldest first',
  })
  visitObligations(
    @Root() { id }: Household,
    @Arg('period', { description: PERIOD }) period: string,
    @Ctx() context: Context,
  ) {
    parsePeriod(period);
    return obligationsOfHousehold.load(context, householdPeriod(id, period));
  }
}

@Resolver(() => VisitObligations)
export class VisitObligationsResolver {
  @Query(() => VisitObligations, {
    nullable: true,
    description: '本人所帮扶各户的应走访 · Visits that I owe to the households I am paired with',
  })
  myVisitObligations(@Arg('period', { description: PERIOD }) period: string) {
    return inPeriod(everythingPaired, period);
  }

  @FieldResolver(() => [ObligationLineCounts], { nullable: true, description: '按事项 · By line' })
  async lines(@Root() owed: VisitObligations, @Ctx() context: Context) {
    return shownLines(await countsOfVisits(context, owed));
  }

  @FieldResolver(() => ObligationCounts, { nullable: true, description: '合计 · All lines together' })
  async counts(@Root() owed: VisitObligations, @Ctx() context: Context) {
    return shownSum(await countsOfVisits(context, owed));
  }

  @FieldResolver(() => VisitObligationConnection, {
    nullable: true,
    description: '逾期未走访，按地区次序 · What is overdue, in the order of places',
  })
  async overdue(
    @Root() owed: VisitObligations,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VisitObligation>> {
    const page = await listOverdueVisits(context, owed, args);
    return connect(page, ({ path, subjectId, from, line }) => cursorOf(path, subjectId, from, line));
  }
}

@Resolver(() => VisitObligation)
export class VisitObligationResolver {
  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { subjectId }: VisitObligation, @Ctx() context: Context) {
    return householdById.load(context, subjectId);
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: '责任人：期末（或今日）的帮扶责任人 · Who owes it: the helper on the last day, or today',
  })
  responsible(@Root() { helperId }: VisitObligation) {
    return helperId && personOf(helperId);
  }
}
