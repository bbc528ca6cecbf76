// What the graph answers about a charity fund's years and their public reports, and who drafts, publishes and withdraws these.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { FileTicket } from '#platform/graph/files/evidence';
import { CharityFund } from '../charity-fund/charity-fund.entity';
import { Person, personOf } from '../foreign/person';
import type { FundsContext } from '../tools';
import { CharityReport, CharityReportOutcome } from './charity-report.entity';
import { charityReportById, reportsOfFund } from './charity-report.loader';
import { CharityYear } from './charity-year.entity';
import { decideCharityReport } from './decide-charity-report';
import { draftCharityReport } from './draft-charity-report';
import { findCharityYear } from './find-charity-year';
import { findPublishedReport, listCharityReports } from './list-charity-reports';
import { requestReportPage } from './request-report-page';

const CharityReportConnection = connectionOf(CharityReport, 'CharityReport', '公开报告', 'reports of charity funds');
const idIs = { description: '报告标识 · Id of the report' };
const yearIs = { description: '年度 · Year' };

@Resolver(() => CharityReport)
export class CharityReportResolver {
  @Query(() => CharityReportConnection, {
    nullable: true,
    description: '已公布的扶贫基金年度报告，新者在前 · Published reports of charity funds, the latest first',
  })
  async charityReports(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CharityReport>> {
    return connect(await listCharityReports(context, args), ({ year, id }) => cursorOf(year, id));
  }

  @Query(() => CharityReport, { nullable: true, description: '按标识查已公布的报告 · A published report by its id' })
  charityReport(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return findPublishedReport(context, id);
  }

  @Mutation(() => CharityReport, {
    nullable: true,
    description: '起草已结束年度的公开报告 · Drafts the public report of a year that is over',
  })
  async draftCharityReport(
    @Arg('fundId', () => ID, { description: '基金标识 · Id of the fund' }) fundId: string,
    @Arg('year', () => Int, yearIs) year: number,
    @Ctx() context: Context,
  ) {
    return charityReportById.load(context, await draftCharityReport(context, fundId, year));
  }

  @Mutation(() => CharityReport, {
    nullable: true,
    description: '批准并公布（须为起草人之外的人）· Publishes it; not by whoever drafted it',
  })
  async publishCharityReport(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return charityReportById.load(context, await decideCharityReport(context, id, CharityReportOutcome.published));
  }

  @Mutation(() => CharityReport, { nullable: true, description: '撤回自己起草的报告 · Withdraws a draft of one’s own' })
  async withdrawCharityReport(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return charityReportById.load(context, await decideCharityReport(context, id, CharityReportOutcome.withdrawn));
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请报告的打印页 · Asks for the report as a page for print',
  })
  requestCharityReportPage(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('purpose', { description: '用途 · What for' }) purpose: string,
    @Ctx() context: FundsContext,
  ) {
    return requestReportPage(context, id, purpose);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: CharityReport) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who published it' })
  decidedBy(@Root() { decidedBy }: CharityReport) {
    return personOf(decidedBy);
  }
}

@Resolver(() => CharityFund)
export class FundYearResolver {
  @FieldResolver(() => CharityYear, {
    nullable: true,
    description: '某年度的收支与判定 · Income and spending of a year, judged by the rules',
  })
  yearSums(@Root() fund: CharityFund, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return findCharityYear(context, fund, year);
  }

  @FieldResolver(() => [CharityReport], {
    nullable: true,
    description: '公开报告，含草稿 · Its reports, drafts among them',
  })
  reports(@Root() { id }: CharityFund, @Ctx() context: Context) {
    return reportsOfFund.load(context, id);
  }
}
