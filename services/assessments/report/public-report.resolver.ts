// What the graph answers about public reports, and how they are filed and answered.
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import { Finding } from '../finding/finding.entity';
import { findingsOfReport } from '../finding/finding.loader';
import { turnReport } from '../finding/turn-report';
import { Region } from '../foreign/region';
import type { AssessmentsContext } from '../tools';
import { fileReport } from './file-report';
import { listMyReports, listReports } from './list-reports';
import { PublicReport } from './public-report.entity';
import { RegisterReportInput, TurnReportInput } from './public-report.input';
import { isReplyOverdue } from './public-report.rules';
import { registerReport } from './register-report';
import { replyReport } from './reply-report';
import { revealReporter } from './reveal-reporter';
import { setReplyDue } from './set-reply-due';

const PublicReportConnection = connectionOf(PublicReport, 'PublicReport', '群众举报', 'public reports');

@ArgsType()
export class ReportsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要已答复（true）或未答复（false）· Only those answered, or only those not',
  })
  answered?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: '只要逾期未答复（true）或其余（false）· Only those overdue, or only the others',
  })
  overdue?: boolean;
}

@Resolver(() => PublicReport)
export class PublicReportResolver {
  @Query(() => PublicReportConnection, {
    nullable: true,
    description: '辖区内的群众举报（不含举报人）· Public reports in range, without who filed them',
  })
  async reports(
    @Args(() => ReportsArgs) args: ReportsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicReport>> {
    return connect(await listReports(context, args), placedCursor);
  }

  @Query(() => PublicReportConnection, {
    nullable: true,
    description: '本人的举报，新者在前 · Reports that the caller filed, newest first',
  })
  async myReports(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicReport>> {
    return connect(await listMyReports(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => PublicReport, {
    nullable: true,
    description: '提交举报，得受理编号 · Files a report, answered with a receipt number',
  })
  fileReport(
    @Arg('regionId', () => ID, { description: '地区标识 · Id of the region' }) regionId: string,
    @Arg('content', { description: '内容，勿填个人号码 · Content, without personal numbers' }) content: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return fileReport(context, regionId, content);
  }

  @Mutation(() => PublicReport, { nullable: true, description: '答复举报（一次）· Answers a report, once' })
  replyReport(
    @Arg('id', () => ID, { description: '举报标识 · Id of the report' }) id: string,
    @Arg('reply', { description: '答复 · Reply' }) reply: string,
    @Ctx() context: Context,
  ) {
    return replyReport(context, id, reply);
  }

  @Mutation(() => PublicReport, {
    nullable: true,
    description:
      '登记来电、来信、媒体反映；举报人加密保存 · Registers a report from telephone, letter or press; its reporter is sealed',
  })
  registerReport(
    @Arg('input', () => RegisterReportInput, { description: '登记内容 · What is registered' })
    input: RegisterReportInput,
    @Ctx() context: AssessmentsContext,
  ) {
    return registerReport(context, input);
  }

  @Mutation(() => PublicReport, {
    nullable: true,
    description: '按现行时限规则补定办理时限（一次）· Sets the deadline by the clock that is in force now, once',
  })
  setReplyDue(
    @Arg('id', () => ID, { description: '举报标识 · Id of the report' }) id: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return setReplyDue(context, id);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '举报查实，转为问题 · Turns a report that was found true into a finding',
  })
  turnReportIntoFinding(
    @Arg('input', () => TurnReportInput, { description: '问题 · The finding' }) input: TurnReportInput,
    @Ctx() context: Context,
  ) {
    return turnReport(context, input);
  }

  @Mutation(() => String, {
    nullable: true,
    description: '查看举报人，说明原因，留痕 · Reveals who told a report, with a reason, in the log',
  })
  revealReporter(
    @Arg('id', () => ID, { description: '举报标识 · Id of the report' }) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: AssessmentsContext,
  ) {
    return revealReporter(context, id, reason);
  }

  @FieldResolver(() => Boolean, { description: '逾期未答复（按日期推算）· Not answered in time, by its date' })
  async overdue(@Root() report: PublicReport, @Ctx() context: Context): Promise<boolean> {
    return isReplyOverdue(report, await todayInBeijing.load(context, 'today'));
  }

  @FieldResolver(() => [Finding], { nullable: true, description: '由此转成的问题 · Findings that came of it' })
  findings(@Root() { id }: PublicReport, @Ctx() context: Context) {
    return findingsOfReport.load(context, id);
  }

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: PublicReport) {
    return Region.of(regionId);
  }
}
