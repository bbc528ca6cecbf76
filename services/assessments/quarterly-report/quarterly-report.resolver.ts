// What the graph answers about quarterly reports, and how they are drafted, edited, approved and withdrawn.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { approveQuarterlyReport } from './approve-quarterly-report';
import { draftQuarterlyReport } from './draft-quarterly-report';
import { editQuarterlyReport } from './edit-quarterly-report';
import { listQuarterlyReports } from './list-quarterly-reports';
import { QuarterlyReport, QuarterlyReportConnection } from './quarterly-report.entity';
import { EditQuarterlyReportInput, QuarterlyReportsArgs } from './quarterly-report.input';
import { approvedReport, contentHashOf, quarterlyReportById, sectionsOfReport } from './quarterly-report.loader';
import { QuarterlySection } from './quarterly-text.entity';
import { withdrawQuarterlyReport } from './withdraw-quarterly-report';

const idIs = { description: '报告标识 · Id of the report' };
const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => Region)
export class RegionQuarterlyReportResolver {
  @FieldResolver(() => QuarterlyReport, {
    nullable: true,
    description: '已批准的季度工作情况报告 · Its approved report on a quarter',
  })
  quarterlyReport(@Root() { id }: Region, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    parseQuarter(quarter);
    return approvedReport.load(context, `${quarter} ${id}`);
  }
}

@Resolver(() => QuarterlyReport)
export class QuarterlyReportResolver {
  @Query(() => QuarterlyReport, { nullable: true, description: '按标识查季度报告 · A quarterly report by its id' })
  quarterlyReport(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? quarterlyReportById.load(context, id) : null;
  }

  @Query(() => QuarterlyReportConnection, {
    nullable: true,
    description: '季度报告，新者在前 · Quarterly reports, newest first',
  })
  async quarterlyReports(
    @Args(() => QuarterlyReportsArgs) args: QuarterlyReportsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<QuarterlyReport>> {
    return connect(await listQuarterlyReports(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => QuarterlyReport, {
    nullable: true,
    description:
      '拟定市、区或功能区的季度工作情况报告，数字当场取自各查询 · Drafts the quarterly report of a city, district or zone from the answers of the graph',
  })
  draftQuarterlyReport(
    @Arg('regionId', () => ID, { description: '地区标识 · Id of the region' }) regionId: string,
    @Arg('quarter', quarterIs) quarter: string,
    @Ctx() context: Context,
  ) {
    return draftQuarterlyReport(context, regionId, quarter);
  }

  @Mutation(() => QuarterlyReport, {
    nullable: true,
    description: '修改一章正文；数字不可改 · Edits the text of a section; figures do not change',
  })
  editQuarterlyReport(
    @Arg('input', () => EditQuarterlyReportInput, { description: '正文 · The text' }) input: EditQuarterlyReportInput,
    @Ctx() context: Context,
  ) {
    return editQuarterlyReport(context, input);
  }

  @Mutation(() => QuarterlyReport, {
    nullable: true,
    description: '批准（另一人），编号并封存 · Approves it, by another person: it is numbered and frozen',
  })
  approveQuarterlyReport(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('contentHash', { description: '所审阅内容的哈希 · Hash of the content that was read' }) contentHash: string,
    @Ctx() context: Context,
  ) {
    return approveQuarterlyReport(context, id, contentHash);
  }

  @Mutation(() => QuarterlyReport, {
    nullable: true,
    description: '撤回草稿，说明原因 · Withdraws a draft, saying why',
  })
  withdrawQuarterlyReport(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return withdrawQuarterlyReport(context, id, reason);
  }

  @FieldResolver(() => String, {
    description: '内容哈希；批准后封存 · Hash of its content, frozen with the approval',
  })
  contentHash(@Root() report: QuarterlyReport, @Ctx() context: Context) {
    return contentHashOf(context, report);
  }

  @FieldResolver(() => [QuarterlySection], { description: '各章，按规定次序 · Its sections in the official order' })
  sections(@Root() { id }: QuarterlyReport, @Ctx() context: Context) {
    return sectionsOfReport.load(context, id);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: QuarterlyReport) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '拟稿人 · Who drafted it' })
  draftedBy(@Root() report: QuarterlyReport) {
    return Person.of(report.draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() report: QuarterlyReport) {
    return report.approvedBy && Person.of(report.approvedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '撤回人 · Who withdrew it' })
  withdrawnBy(@Root() report: QuarterlyReport) {
    return report.withdrawnBy && Person.of(report.withdrawnBy);
  }
}
