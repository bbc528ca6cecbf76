// What the graph answers about the office's ten jobs, and how they are reported, confirmed and returned.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { ProgressOutcome } from '../progress/progress.entity';
import { decideTenJob } from './decide-ten-job';
import { listTenJobReports } from './list-ten-job-reports';
import { unitByCode } from './owner-unit.loader';
import { reportTenJob } from './report-ten-job';
import { TenJob } from './ten-job.entity';
import { ReportTenJobInput, TenJobReportsArgs } from './ten-job.input';
import { tenJobsOfRegion } from './ten-job.loader';
import { TenJobReport, TenJobReportConnection } from './ten-job-report.entity';

const idIs = { description: '上报标识 · Id of the report' };

@Resolver(() => Region)
export class RegionTenJobsResolver {
  @FieldResolver(() => [TenJob], {
    nullable: true,
    description:
      '十项工作，含下级，年初至该季度末 · The office’s ten jobs with all below, from January to the quarter’s end',
  })
  async tenJobs(
    @Root() { id }: Region,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<TenJob[]> {
    parseQuarter(quarter);
    const jobs = await tenJobsOfRegion.load(context, `${quarter} ${id}`);
    if (!jobs) throw commonRefusals.outOfScope();
    return jobs;
  }
}

@Resolver(() => TenJob)
export class TenJobResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: '责任单位，非成员单位的为空 · The unit that answers for it, null where it is no member unit',
  })
  ownedBy(@Root() { ownerUnit }: TenJob, @Ctx() context: Context) {
    return ownerUnit && unitByCode.load(context, ownerUnit);
  }
}

@Resolver(() => TenJobReport)
export class TenJobReportResolver {
  @Query(() => TenJobReportConnection, {
    nullable: true,
    description: '十项工作上报列表 · Reports on the office’s jobs',
  })
  async tenJobReports(
    @Args(() => TenJobReportsArgs) args: TenJobReportsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<TenJobReport>> {
    return connect(await listTenJobReports(context, args), placedCursor);
  }

  @Mutation(() => TenJobReport, { nullable: true, description: '上报十项工作 · Reports on one of the office’s jobs' })
  reportTenJob(
    @Arg('input', () => ReportTenJobInput, { description: '上报内容 · What is reported' }) input: ReportTenJobInput,
    @Ctx() context: Context,
  ) {
    return reportTenJob(context, input);
  }

  @Mutation(() => TenJobReport, {
    nullable: true,
    description: '确认上报（另一人）· Confirms a report, by another person',
  })
  confirmTenJob(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('remark', () => String, { nullable: true, description: '意见 · Remark' }) remark: string | null,
    @Ctx() context: Context,
  ) {
    return decideTenJob(context, ProgressOutcome.confirmed, id, remark ?? null);
  }

  @Mutation(() => TenJobReport, { nullable: true, description: '退回上报，说明原因 · Returns a report, saying why' })
  returnTenJob(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('remark', { description: '退回原因 · Why it is returned' }) remark: string,
    @Ctx() context: Context,
  ) {
    return decideTenJob(context, ProgressOutcome.returned, id, remark);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: TenJobReport) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '上报人 · Who reported' })
  reportedBy(@Root() report: TenJobReport) {
    return Person.of(report.reportedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认或退回人 · Who confirmed or returned' })
  confirmedBy(@Root() report: TenJobReport) {
    return report.confirmedBy && Person.of(report.confirmedBy);
  }
}
