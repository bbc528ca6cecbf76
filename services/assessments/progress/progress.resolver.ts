// What the graph answers about progress, and how it is reported, confirmed and returned.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Person } from '../foreign/person';
import { Task } from '../task/task.entity';
import { taskById } from '../task/task.loader';
import { decideProgress } from './decide-progress';
import { listProgress } from './list-progress';
import { Progress, ProgressOutcome } from './progress.entity';
import { ProgressReportsArgs, ReportProgressInput } from './progress.input';
import { evidenceOfProgress } from './progress.loader';
import { reportProgress } from './report-progress';
import { verifyProgress } from './verify-progress';

const ProgressConnection = connectionOf(Progress, 'Progress', '进展上报', 'reports of progress');

@Resolver(() => Progress)
export class ProgressResolver {
  @Query(() => ProgressConnection, { nullable: true, description: '进展上报列表 · Reports of progress' })
  async progressReports(
    @Args(() => ProgressReportsArgs) args: ProgressReportsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Progress>> {
    return connect(await listProgress(context, args), placedCursor);
  }

  @Mutation(() => Progress, { nullable: true, description: '上报任务进展 · Reports the progress of a task' })
  reportProgress(
    @Arg('input', () => ReportProgressInput, { description: '上报内容 · What is reported' }) input: ReportProgressInput,
    @Ctx() context: Context,
  ) {
    return reportProgress(context, input);
  }

  @Mutation(() => Progress, {
    nullable: true,
    description: '确认进展（另一人、另一单位）· Confirms progress, by another person of another unit',
  })
  confirmProgress(
    @Arg('id', () => ID, { description: '上报标识 · Id of the report' }) id: string,
    @Arg('remark', () => String, { nullable: true, description: '意见 · Remark' }) remark: string | null,
    @Arg('cases', () => Int, {
      nullable: true,
      description: '查实件数，按件扣分的任务须填 · Complaints verified, for a task that loses points by the case',
    })
    cases: number | null,
    @Ctx() context: Context,
  ) {
    return decideProgress(context, ProgressOutcome.confirmed, id, remark ?? null, cases ?? null);
  }

  @Mutation(() => Progress, {
    nullable: true,
    description: '核实进展（第三人、第三单位）· Verifies progress on the spot, by a third person of a third unit',
  })
  verifyProgress(
    @Arg('id', () => ID, { description: '上报标识 · Id of the report' }) id: string,
    @Arg('verification', { description: '核实情况 · What was seen' }) verification: string,
    @Ctx() context: Context,
  ) {
    return verifyProgress(context, id, verification);
  }

  @Mutation(() => Progress, { nullable: true, description: '退回进展，说明原因 · Returns a report, saying why' })
  returnProgress(
    @Arg('id', () => ID, { description: '上报标识 · Id of the report' }) id: string,
    @Arg('remark', { description: '退回原因 · Why it is returned' }) remark: string,
    @Ctx() context: Context,
  ) {
    return decideProgress(context, ProgressOutcome.returned, id, remark);
  }

  @FieldResolver(() => Task, { nullable: true, description: '任务 · The task' })
  task(@Root() { taskId }: Progress, @Ctx() context: Context) {
    return taskById.load(context, taskId);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '佐证材料 · Its evidence' })
  evidence(@Root() { id }: Progress, @Ctx() context: Context) {
    return evidenceOfProgress.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '上报人 · Who reported' })
  reportedBy(@Root() report: Progress) {
    return Person.of(report.reportedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核实人 · Who verified it' })
  verifiedBy(@Root() { verifiedBy }: Progress) {
    return verifiedBy && Person.of(verifiedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认或退回人 · Who confirmed or returned' })
  confirmedBy(@Root() report: Progress) {
    return report.confirmedBy && Person.of(report.confirmedBy);
  }
}
