// What the graph answers about monthly fund reports, and how they are made and confirmed.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { confirmFundReport } from './confirm-fund-report';
import { FundReport } from './fund-report.entity';
import { fundReportsOfYear } from './fund-report.loader';
import { reportFunds } from './report-funds';

@Resolver(() => FundReport)
export class FundReportResolver {
  @Mutation(() => FundReport, {
    nullable: true,
    description: '报送资金月报，数字取自账面 · Reports the funds of a month; the figures are the ledger’s',
  })
  reportFunds(
    @Arg('regionId', () => ID, { description: '本地区 · The own region' }) regionId: string,
    @Arg('month', { description: '月份，如 2018-05 · Month, such as 2018-05' }) month: string,
    @Arg('note', { description: '说明 · Note' }) note: string,
    @Ctx() context: Context<never>,
  ) {
    return reportFunds(context, regionId, month, note);
  }

  @Mutation(() => FundReport, {
    nullable: true,
    description: '确认资金月报（报送人以外的人）· Confirms a fund report, by somebody else than who made it',
  })
  confirmFundReport(
    @Arg('id', () => ID, { description: '月报标识 · Id of the report' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    return confirmFundReport(context, id);
  }

  @FieldResolver(() => Region, { nullable: true, description: '报送地区 · The region' })
  region(@Root() { regionId }: FundReport) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '报送人 · Who reported' })
  reportedBy(@Root() report: FundReport) {
    return personOf(report.reportedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed' })
  confirmedBy(@Root() report: FundReport) {
    return report.confirmedBy && personOf(report.confirmedBy);
  }
}

@Resolver(() => Region)
export class RegionFundReportsResolver {
  @FieldResolver(() => [FundReport], {
    nullable: true,
    description: '该年度资金月报，旧者在前 · Fund reports of a year, oldest first',
  })
  fundReports(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ) {
    return fundReportsOfYear.load(context, `${id} ${year}`);
  }
}
