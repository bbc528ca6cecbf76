// Both ways of a project's money: from a notice's lot over batches and projects to households, and from a payment back to its project.
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { AllotmentLine } from '../allotment/allotment.entity';
import { Disbursement, DisbursementConnection } from '../disbursement/disbursement.entity';
import { DisbursementLine } from '../disbursement/disbursement-line.entity';
import { listLotDisbursements, listProjectDisbursements, listProjectPayments } from './list-project-payments';
import { Project } from './project.entity';
import { projectById } from './project.loader';
import { moneyOfProject, projectIdOfDisbursement, projectsOfLot } from './project-money.loader';

const PaymentConnection = connectionOf(
  DisbursementLine,
  'ProjectPayment',
  '项目发放明细',
  'payment lines of a project',
);
const byId = ({ id }: { id: string }) => cursorOf(id);

@Resolver(() => Project)
export class ProjectMoneyResolver {
  @FieldResolver(() => Money, { nullable: true, description: '已申请用款（扣除退回）· Asked for, less what came back' })
  async allotted(@Root() { id }: Project, @Ctx() context: Context) {
    return (await moneyOfProject.load(context, id)).allotted;
  }

  @FieldResolver(() => Money, { nullable: true, description: '已支付（扣除退回）· Paid, less what came back' })
  async paid(@Root() { id }: Project, @Ctx() context: Context) {
    return (await moneyOfProject.load(context, id)).paid;
  }

  @FieldResolver(() => Int, { nullable: true, description: '用款批次数 · Batches that name it' })
  async batches(@Root() { id }: Project, @Ctx() context: Context) {
    return (await moneyOfProject.load(context, id)).batches;
  }

  @FieldResolver(() => DisbursementConnection, { nullable: true, description: '用款批次 · Its disbursements' })
  async disbursements(
    @Root() { id }: Project,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Disbursement>> {
    return connect(await listProjectDisbursements(context as Context<never>, id, args), byId);
  }

  @FieldResolver(() => PaymentConnection, {
    nullable: true,
    description: '到户明细 · What its households were paid or are to be paid',
  })
  async payments(
    @Root() { id }: Project,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DisbursementLine>> {
    return connect(await listProjectPayments(context as Context<never>, id, args), byId);
  }
}

@Resolver(() => Disbursement)
export class DisbursementProjectResolver {
  @FieldResolver(() => Project, { nullable: true, description: '所属项目 · The project that it is for' })
  async project(@Root() { id }: Disbursement, @Ctx() context: Context): Promise<Project | null> {
    const projectId = await projectIdOfDisbursement.load(context, id);
    return projectId ? projectById.load(context, projectId) : null;
  }
}

@Resolver(() => AllotmentLine)
export class LotProjectsResolver {
  @FieldResolver(() => [Project], { nullable: true, description: '用于何项目 · Projects that draw on it' })
  projects(@Root() { id }: AllotmentLine, @Ctx() context: Context) {
    return projectsOfLot.load(context, id);
  }

  @FieldResolver(() => DisbursementConnection, {
    nullable: true,
    description: '支用批次 · Disbursements that draw on it',
  })
  async disbursements(
    @Root() { id }: AllotmentLine,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Disbursement>> {
    return connect(await listLotDisbursements(context as Context<never>, id, args), byId);
  }
}
