// What monitoring adds to regions and hospitals (结算监测): months with what was judged and what was found, and the violations behind a light.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { regionKey } from '../region-day/region-ranges.query';
import { listRegionViolations } from './list-violations';
import { MonitoredMonth, MonitoringViolation, ViolationConnection } from './monitoring-violation.entity';
import { RegionViolationsArgs } from './violation.input';
import { monthsOfHospital, monthsOfRegion } from './violation.loader';
import type { MonthRow } from './violation.query';

const yearArg = () => Arg('year', () => Int, { description: '出院年度 · Year of the discharge' });

const monthOf = ({ counts, hospitalId, month, checked, kept }: MonthRow): MonitoredMonth => ({
  ...{ hospitalId, month, checked, kept },
  violations: Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort()
    .map(([measure, count]) => ({ measure, count })),
});

@Resolver(() => Region)
export class RegionMonitoringResolver {
  @FieldResolver(() => [MonitoredMonth], {
    nullable: true,
    description:
      '本地区患者的结算监测，按医院与出院月份 · Monitoring of the region’s patients, by hospital and month of discharge',
  })
  async monitoring(
    @Root() { id }: Region,
    @yearArg() year: number,
    @Ctx() context: Context,
  ): Promise<MonitoredMonth[]> {
    const months = await monthsOfRegion.load(context, regionKey(id, year, null));
    if (!months) throw commonRefusals.outOfScope();
    return months.map(monthOf);
  }

  @FieldResolver(() => ViolationConnection, {
    nullable: true,
    description:
      '该季度出院的监测问题（成立的），新者在前 · Violations of a quarter’s discharges that stand, newest first',
  })
  async monitoringViolations(
    @Root() { id }: Region,
    @Args(() => RegionViolationsArgs) args: RegionViolationsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<MonitoringViolation>> {
    return connect(await listRegionViolations(context, id, args), (violation) => cursorOf(violation.id));
  }
}

@Resolver(() => Unit)
export class UnitMonitoringResolver {
  @FieldResolver(() => [MonitoredMonth], {
    nullable: true,
    description:
      '该医院的结算监测，按出院月份；限本人所及的患者 · Monitoring of a hospital by month of discharge, of the patients within the caller’s reach',
  })
  async monitoring(@Root() { id }: Unit, @yearArg() year: number, @Ctx() context: Context): Promise<MonitoredMonth[]> {
    return (await monthsOfHospital.load(context, `${id} ${year}`)).map(monthOf);
  }
}

@Resolver(() => MonitoredMonth)
export class MonitoredMonthResolver {
  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: MonitoredMonth) {
    return unitOf(hospitalId);
  }
}
