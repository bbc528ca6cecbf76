// What the graph answers about duties of people stationed in villages, for any region and period.
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { ObligationCounts, ObligationLineCounts, shownLines, shownSum } from '#platform/graph/obligation-shape';
import { Region } from '../region/region.entity';
import { Stationing } from '../stationing/stationing.entity';
import { stationingById } from '../stationing/stationing.loader';
import { StationObligation, StationObligations } from './station-obligation.entity';
import {
  countsOfStations,
  listOverdueStations,
  owedByStationing,
  stationObligationsOf,
} from './station-obligation.loader';

const StationObligationConnection = connectionOf(
  StationObligation,
  'StationObligation',
  '驻村应尽事项',
  'duties of people stationed',
);
const period = { description: '期间，如 2018、2018Q2、2018-05 · Period, such as 2018, 2018Q2 or 2018-05' };

@Resolver(() => Region)
export class RegionStationObligationsResolver {
  @FieldResolver(() => StationObligations, {
    nullable: true,
    description:
      '第一书记、村党组织书记、驻村工作队在期间内的应尽事项；地区不全在您的范围内则为空 · What first secretaries, village Party secretaries and work teams owe in the period; null when the region is not wholly in your scope',
  })
  stationObligations(@Root() { id }: Region, @Arg('period', period) asked: string, @Ctx() context: Context) {
    return stationObligationsOf(context, id, asked);
  }
}

@Resolver(() => StationObligations)
export class StationObligationsResolver {
  @FieldResolver(() => [ObligationLineCounts], { nullable: true, description: '按事项 · By line' })
  async lines(@Root() { range, period: asked }: StationObligations, @Ctx() context: Context) {
    return shownLines(await countsOfStations(context, range, asked));
  }

  @FieldResolver(() => ObligationCounts, { nullable: true, description: '合计 · All lines together' })
  async counts(@Root() { range, period: asked }: StationObligations, @Ctx() context: Context) {
    return shownSum(await countsOfStations(context, range, asked));
  }

  @FieldResolver(() => StationObligationConnection, {
    nullable: true,
    description: '逾期未完成，按地区次序 · What is overdue, in the order of places',
  })
  async overdue(
    @Root() owed: StationObligations,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StationObligation>> {
    return connect(await listOverdueStations(context, owed, args), ({ path, subjectId, line, from }) =>
      cursorOf(path, subjectId, line, from),
    );
  }
}

@Resolver(() => StationObligation)
export class StationObligationResolver {
  @FieldResolver(() => Stationing, { nullable: true, description: '何人驻何村 · Who is stationed where' })
  stationing(@Root() { subjectId }: StationObligation, @Ctx() context: Context) {
    return stationingById.load(context, subjectId);
  }
}

@Resolver(() => Stationing)
export class StationingObligationsResolver {
  @FieldResolver(() => [StationObligation], {
    nullable: true,
    description: '其期间内的应尽事项，旧者在前 · What this one owes in a period, oldest first',
  })
  obligations(@Root() { id }: Stationing, @Arg('period', period) asked: string, @Ctx() context: Context) {
    return owedByStationing(context, id, asked);
  }
}
