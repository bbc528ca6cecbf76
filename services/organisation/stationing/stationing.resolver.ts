// What the graph answers about people stationed in villages, and how days on site are recorded and confirmed.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { confirmSiteDays } from './confirm-site-days';
import { endStationing } from './end-stationing';
import { listStationings } from './list-stationings';
import { recordSiteDay } from './record-site-day';
import { SiteRecord } from './site-record.entity';
import { stationPerson } from './station-person';
import { Stationing } from './stationing.entity';
import { SiteRecordInput, StationInput, StationingsArgs } from './stationing.input';
import { recordsOfMonth, stationingMonth } from './stationing.loader';
import { strikeSiteDay } from './strike-site-day';

const StationingConnection = connectionOf(Stationing, 'Stationing', '驻村派驻', 'people stationed in villages');
const stationId = { description: '派驻标识 · Id of the stationing' };
const monthGiven = { description: '月份，如 2018-05 · Month, such as 2018-05' };

@Resolver(() => Stationing)
export class StationingResolver {
  @Query(() => StationingConnection, {
    nullable: true,
    description: '驻村派驻名册，按地区次序 · Who is stationed where, in the order of places',
  })
  async stationings(
    @Args(() => StationingsArgs) args: StationingsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Stationing>> {
    return connect(await listStationings(context, args), placedCursor);
  }

  @Mutation(() => Stationing, { nullable: true, description: '派驻到村 · Stations somebody in a village' })
  stationPerson(
    @Arg('input', () => StationInput, { description: '派驻内容 · What is told' }) input: StationInput,
    @Ctx() context: Context<never>,
  ) {
    return stationPerson(context, input);
  }

  @Mutation(() => Stationing, { nullable: true, description: '结束派驻 · Ends a stationing' })
  endStationing(
    @Arg('id', () => ID, stationId) id: string,
    @Arg('on', () => CalendarDay, { description: '自何日起不再派驻 · The first day without it' }) on: string,
    @Ctx() context: Context<never>,
  ) {
    return endStationing(context, id, on);
  }

  @Mutation(() => SiteRecord, {
    nullable: true,
    description: '登记驻村一日（本人，或镇街代为登记）· Records a day on site, by oneself or by the town',
  })
  recordSiteDay(
    @Arg('input', () => SiteRecordInput, { description: '记录内容 · What is told' }) input: SiteRecordInput,
    @Ctx() context: Context<never>,
  ) {
    return recordSiteDay(context, input);
  }

  @Mutation(() => Int, {
    nullable: true,
    description:
      '确认某月待定的驻村记录（本人、登记人以外的人），答确认数 · Confirms what waits of a month, answered with how many',
  })
  confirmSiteDays(
    @Arg('stationingId', () => ID, stationId) id: string,
    @Arg('month', monthGiven) month: string,
    @Ctx() context: Context<never>,
  ) {
    return confirmSiteDays(context, id, month);
  }

  @Mutation(() => SiteRecord, {
    nullable: true,
    description: '作废未确认的记录，说明原因 · Strikes a record not yet confirmed',
  })
  strikeSiteDay(
    @Arg('id', () => ID, { description: '记录标识 · Id of the record' }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    return strikeSiteDay(context, id, remark);
  }

  @FieldResolver(() => Person, { nullable: true, description: '何人 · Who' })
  person(@Root() { personId }: Stationing, @Ctx() context: Context) {
    return personById.load(context, personId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '何村 · The village' })
  region(@Root() { regionId }: Stationing, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '派出单位 · The unit that sends' })
  unit(@Root() { unitId }: Stationing, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }

  @FieldResolver(() => [SiteRecord], {
    nullable: true,
    description: '某月驻村记录，旧者在前 · What is on record of a month, oldest first',
  })
  records(@Root() { id }: Stationing, @Arg('month', monthGiven) month: string, @Ctx() context: Context) {
    return recordsOfMonth.load(context, stationingMonth(id, month));
  }
}

@Resolver(() => SiteRecord)
export class SiteRecordResolver {
  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() record: SiteRecord, @Ctx() context: Context) {
    return personById.load(context, record.recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed it' })
  confirmedBy(@Root() record: SiteRecord, @Ctx() context: Context) {
    return record.confirmedBy && personById.load(context, record.confirmedBy);
  }
}
