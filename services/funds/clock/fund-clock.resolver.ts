// What the graph answers about clocks of money (资金时限) and the rate at which it is spent (支出进度).
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, keysOf, pageOf, pageSize } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { addDays, parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { Region, regionOf } from '../foreign/region';
import { alertsOfRegion, clockFactsOf, executionOfRegion } from './alerts-of-region';
import { FundAlert, FundClockFacts, FundExecution } from './fund-alert.entity';

const FundAlertConnection = connectionOf(FundAlert, 'FundAlert', '时限预警', 'alerts');

@Resolver(() => Region)
export class RegionFundClocksResolver {
  @FieldResolver(() => FundAlertConnection, {
    nullable: true,
    description:
      '某日已逾期的资金时限，按地区次序；不全在范围内的不予列出 · Clocks of money that have run out on a day, in the order of places; none for a region not wholly in scope',
  })
  async fundAlerts(
    @Root() { id }: Region,
    @Arg('on', () => CalendarDay, { description: '何日终了 · At the end of which day' }) on: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<FundAlert>> {
    const size = pageSize(args.first);
    const [after = ''] = keysOf(args.after, 1) ?? [];
    const all = (await alertsOfRegion(context, id, on)).filter(({ order }) => order > after);
    return connect(pageOf(all.slice(0, size + 1), size), ({ order }) => cursorOf(order));
  }

  @FieldResolver(() => [FundExecution], {
    nullable: true,
    description: '某日终了的支出进度，按来源级次并合计 · Execution at the end of a day, by source and all together',
  })
  fundExecution(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '预算年度 · Budget year' }) year: number,
    @Arg('on', () => CalendarDay, { description: '何日终了，如月末 · At the end of which day, such as a month’s last' })
    on: string,
    @Ctx() context: Context,
  ) {
    return executionOfRegion(context, id, year, on);
  }
}

@Resolver(() => FundAlert)
export class FundAlertResolver {
  @FieldResolver(() => AllotmentLine, {
    nullable: true,
    description: '资金批次，年度结余时为空 · The lot; null of a year’s balance',
  })
  lot(@Root() { lotId }: FundAlert, @Ctx() context: Context) {
    return lotId === null ? null : lotById.load(context, lotId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '资金所在地区 · Region whose money it is' })
  region(@Root() { regionId }: FundAlert) {
    return regionOf(regionId);
  }
}

@Resolver()
export class FundClockFactsResolver {
  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [FundClockFacts], {
    nullable: true,
    description: '各地区资金时限（服务间）· Clocks of the money of regions, for the service assessments',
  })
  fundClockFacts(
    @Arg('regionIds', () => [ID], { description: '地区标识 · Ids of regions' }) regionIds: string[],
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<FundClockFacts[]> {
    const { until } = parseQuarter(quarter);
    return clockFactsOf(context, regionIds.filter(isId), addDays(until, -1));
  }
}
