// What the graph answers about public reports, and how they are filed and answered.
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Region } from '../foreign/region';
import { fileReport } from './file-report';
import { listMyReports, listReports } from './list-reports';
import { PublicReport } from './public-report.entity';
import { replyReport } from './reply-report';

const PublicReportConnection = connectionOf(PublicReport, 'PublicReport', '群众举报', 'public reports');

@ArgsType()
export class ReportsArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: '只要已答复（true）或未答复（false）· Only those answered, or only those not',
  })
  answered?: boolean;
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
    return connect(await listReports(context, args), ({ path, id }) => cursorOf(path, id));
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
    @Ctx() context: Context,
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

  @FieldResolver(() => Region, { description: '地区 · The region' })
  region(@Root() { regionId }: PublicReport) {
    return Region.of(regionId);
  }
}
