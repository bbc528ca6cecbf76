// What the graph answers about plans and the three-year layout, and how plans are drafted, approved, withdrawn and fulfilled.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { CalendarDay } from '#platform/graph/scalars';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Region } from '../region/region.entity';
import { regionById } from '../region/region.loader';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { completeMilestone } from './complete-milestone';
import { decidePlan } from './decide-plan';
import { draftPlan } from './draft-plan';
import { layoutInForce, stageOfYear } from './layout.loader';
import { LayoutYear } from './layout-year.entity';
import { listPlans } from './list-plans';
import { evidenceOfMilestone } from './milestone-evidence.loader';
import { Plan } from './plan.entity';
import { PlanInput, PlansArgs } from './plan.input';
import { milestonesOfPlan, planById, planOfRegion, planOfUnit, projectsOfPlan, targetsOfPlan } from './plan.loader';
import { PlanMilestone } from './plan-milestone.entity';
import { PlanProject } from './plan-project.entity';
import { PlanQuarter } from './plan-quarter.entity';
import { PlanTarget } from './plan-target.entity';
import { progressOfPlan } from './progress-of-plan';

const PlanConnection = connectionOf(Plan, 'Plan', '计划', 'plans');
const planId = { description: '计划标识 · Id of the plan' };
const yearIs = { description: '年度 · Year' };

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => [LayoutYear], { nullable: true, description: '三年工作布局 · The three-year layout' })
  layout(@Ctx() context: Context) {
    return layoutInForce(context);
  }

  @Query(() => Plan, { nullable: true, description: '按标识查计划 · A plan by its id' })
  plan(@Arg('id', () => ID, planId) id: string, @Ctx() context: Context) {
    return planById.load(context, id);
  }

  @Query(() => PlanConnection, {
    nullable: true,
    description: '计划列表，按隶属次序 · Plans in the order of the managing tree',
  })
  async plans(@Args(() => PlansArgs) args: PlansArgs, @Ctx() context: Context): Promise<Connection<Plan>> {
    return connect(await listPlans(context, args), placedCursor);
  }

  @Mutation(() => Plan, {
    nullable: true,
    description:
      '拟定本地区或本单位的年度计划，或其新版本 · Drafts the plan of the own region or unit, or a new version',
  })
  draftPlan(
    @Arg('input', () => PlanInput, { description: '计划 · The plan' }) input: PlanInput,
    @Ctx() context: Context,
  ) {
    return draftPlan(context, input);
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: '批准计划（拟定人以外的人）· Approves a plan, by another person',
  })
  approvePlan(@Arg('id', () => ID, planId) id: string, @Ctx() context: Context<never>) {
    return decidePlan(context, 'approvePlan', id);
  }

  @Mutation(() => Plan, { nullable: true, description: '撤回待批准的计划 · Withdraws a plan that awaits approval' })
  withdrawPlan(@Arg('id', () => ID, planId) id: string, @Ctx() context: Context<never>) {
    return decidePlan(context, 'withdrawPlan', id);
  }

  @Mutation(() => PlanMilestone, { nullable: true, description: '登记节点完成，一次 · Tells a milestone done, once' })
  completeMilestone(
    @Arg('id', () => ID, { description: '节点标识 · Id of the milestone' }) id: string,
    @Arg('doneOn', () => CalendarDay, { description: '完成日期 · Done on' }) doneOn: string,
    @Arg('evidence', { description: '佐证 · Evidence' }) evidence: string,
    @Arg('evidenceIds', () => [ID], {
      nullable: true,
      description: '佐证材料，先上传 · Files that were uploaded before',
    })
    evidenceIds: string[] | null,
    @Ctx() context: Context<never>,
  ) {
    return completeMilestone(context, id, doneOn, evidence, evidenceIds ?? null);
  }

  @FieldResolver(() => Region, {
    description: '地区；单位计划为单位所属地区 · The region, of a unit’s plan the unit’s',
  })
  region(@Root() { regionId }: Plan, @Ctx() context: Context) {
    return regionById.load(context, regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '单位；地区计划为空 · The unit, null for a region’s plan' })
  unit(@Root() { unitId }: Plan, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }

  @FieldResolver(() => LayoutYear, { nullable: true, description: '所处阶段 · The stage that its year is' })
  stage(@Root() { year }: Plan, @Ctx() context: Context) {
    return stageOfYear(context, year);
  }

  @FieldResolver(() => [PlanTarget], { description: '减贫目标，按季度 · Reduction targets by quarter' })
  targets(@Root() { id }: Plan, @Ctx() context: Context) {
    return targetsOfPlan.load(context, id);
  }

  @FieldResolver(() => [PlanMilestone], { description: '节点 · Milestones' })
  milestones(@Root() { id }: Plan, @Ctx() context: Context) {
    return milestonesOfPlan.load(context, id);
  }

  @FieldResolver(() => [PlanProject], { description: '专项与项目 · Programmes and projects' })
  projects(@Root() { id }: Plan, @Ctx() context: Context) {
    return projectsOfPlan.load(context, id);
  }

  @FieldResolver(() => [PlanQuarter], { description: '按季度的计划与完成 · Planned against done by quarter' })
  progress(@Root() plan: Plan, @Ctx() context: Context) {
    return progressOfPlan(context, plan);
  }

  @FieldResolver(() => Person, { nullable: true, description: '拟定人 · Who made it' })
  madeBy(@Root() { madeBy }: Plan, @Ctx() context: Context) {
    return personById.load(context, madeBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: Plan, @Ctx() context: Context) {
    return approvedBy && personById.load(context, approvedBy);
  }
}

@Resolver(() => PlanMilestone)
export class PlanMilestoneResolver {
  @FieldResolver(() => [Evidence], { nullable: true, description: '佐证材料 · Files that prove it' })
  files(@Root() { id }: PlanMilestone, @Ctx() context: Context) {
    return evidenceOfMilestone.load(context, id);
  }
}

@Resolver(() => Region)
export class RegionPlanResolver {
  @FieldResolver(() => Plan, { nullable: true, description: '该地区某年度的现行计划 · Its plan in force for a year' })
  plan(@Root() { id }: Region, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return planOfRegion.load(context, `${year} ${id}`);
  }
}

@Resolver(() => Unit)
export class UnitPlanResolver {
  @FieldResolver(() => Plan, { nullable: true, description: '该单位某年度的现行计划 · Its plan in force for a year' })
  plan(@Root() { id }: Unit, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return planOfUnit.load(context, `${year} ${id}`);
  }
}
