// What the graph answers about annual plans, and who drafts, approves and withdraws them.
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { checkReason } from '../ledger/reason.rules';
import { Project, ProjectConnection } from '../project/project.entity';
import { PublicNotice } from '../public-notice/public-notice.entity';
import { noticesOfSubject } from '../public-notice/public-notice.loader';
import { AnnualPlan } from './annual-plan.entity';
import { DraftAnnualPlanInput } from './annual-plan.input';
import { annualPlanById, annualPlansOfProject, listAnnualPlans, listPlannedProjects } from './annual-plan.loader';
import { decideAnnualPlan } from './decide-annual-plan';
import { draftAnnualPlan } from './draft-annual-plan';

const AnnualPlanConnection = connectionOf(AnnualPlan, 'AnnualPlan', '年度项目计划', 'annual plans');
const id = () => Arg('id', () => ID, { description: '计划标识 · Id of the plan' });

@ArgsType()
class AnnualPlansArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: '只要此年度 · Only of this year' })
  year?: number | null;
}

@Resolver(() => AnnualPlan)
export class AnnualPlanResolver {
  @Query(() => AnnualPlan, { nullable: true, description: '按标识查年度项目计划 · An annual plan by its id' })
  annualPlan(@id() of: string, @Ctx() context: Context) {
    return isId(of) ? annualPlanById.load(context, of) : null;
  }

  @Query(() => AnnualPlanConnection, {
    nullable: true,
    description: '及于范围内的年度项目计划 · Annual plans that reach into the own range',
  })
  async annualPlans(
    @Args(() => AnnualPlansArgs) args: AnnualPlansArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AnnualPlan>> {
    return connect(await listAnnualPlans(context, args), placedCursor);
  }

  @Mutation(() => AnnualPlan, { nullable: true, description: '起草年度项目计划 · Drafts an annual plan' })
  async draftAnnualPlan(
    @Arg('input', () => DraftAnnualPlanInput, { description: '计划 · What it says' }) input: DraftAnnualPlanInput,
    @Ctx() context: Context,
  ) {
    return annualPlanById.load(context, await draftAnnualPlan(context, input));
  }

  @Mutation(() => AnnualPlan, {
    nullable: true,
    description:
      '批准年度项目计划（公示期满，起草人以外的人）· Approves a plan after its posting, by another person than drafted it',
  })
  async approveAnnualPlan(@id() of: string, @Ctx() context: Context) {
    return annualPlanById.load(context, await decideAnnualPlan(context, of, null));
  }

  @Mutation(() => AnnualPlan, {
    nullable: true,
    description: '撤回尚未批准的年度项目计划 · Withdraws a plan that is not approved yet',
  })
  async withdrawAnnualPlan(
    @id() of: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Ctx() context: Context,
  ) {
    checkReason(reason);
    return annualPlanById.load(context, await decideAnnualPlan(context, of, reason));
  }

  @FieldResolver(() => Region, { nullable: true, description: '区或功能区 · District or zone' })
  region(@Root() { regionId }: AnnualPlan) {
    return regionOf(regionId);
  }

  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: '列入的项目（范围内的）· Its projects in scope',
  })
  async projects(
    @Root() plan: AnnualPlan,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Project>> {
    return connect(await listPlannedProjects(context, plan.id, args), placedCursor);
  }

  @FieldResolver(() => [PublicNotice], {
    nullable: true,
    description: '公示与公告，新者在前 · Its notices, newest first',
  })
  notices(@Root() plan: AnnualPlan, @Ctx() context: Context) {
    return noticesOfSubject.load(context, `annual-plan ${plan.id}`);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: AnnualPlan) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: AnnualPlan) {
    return personOf(approvedBy);
  }
}

@Resolver(() => Project)
export class ProjectAnnualPlansResolver {
  @FieldResolver(() => [AnnualPlan], {
    nullable: true,
    description: '所列年度计划，近年在前 · The annual plans that it stands in, the latest year first',
  })
  annualPlans(@Root() project: Project, @Ctx() context: Context) {
    return annualPlansOfProject.load(context, project.id);
  }
}
