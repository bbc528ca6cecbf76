// What the graph answers about spending plans (用款计划), and who submits, approves, returns and withdraws them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { decideSpendingPlan } from './decide-spending-plan';
import { listSpendingPlans, listUses } from './list-spending-plans';
import { SpendingPlan, SpendingPlanOutcome } from './spending-plan.entity';
import { SpendingPlansArgs, SubmitSpendingPlanInput } from './spending-plan.input';
import { spendingPlanById, spentOfPlan, usesOfPlan } from './spending-plan.loader';
import { compareMonths } from './spending-plan.rules';
import { SpendingPlanLine, SpendingPlanMonth } from './spending-plan-line.entity';
import { submitSpendingPlan } from './submit-spending-plan';

const SpendingPlanConnection = connectionOf(SpendingPlan, 'SpendingPlan', '用款计划', 'spending plans');
const SpendingPlanLineConnection = connectionOf(SpendingPlanLine, 'SpendingPlanLine', '用款计划行', 'lines of a plan');
const idIs = { description: '用款计划标识 · Id of the plan' };

@Resolver(() => SpendingPlan)
export class SpendingPlanResolver {
  @Query(() => SpendingPlan, { nullable: true, description: '按标识查用款计划 · A spending plan by its id' })
  spendingPlan(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? spendingPlanById.load(context, id) : null;
  }

  @Query(() => SpendingPlanConnection, {
    nullable: true,
    description: '用款计划，按地区次序 · Spending plans, in the order of places',
  })
  async spendingPlans(
    @Args(() => SpendingPlansArgs) args: SpendingPlansArgs,
    @Ctx() context: Context,
  ): Promise<Connection<SpendingPlan>> {
    return connect(await listSpendingPlans(context, args), placedCursor);
  }

  @Mutation(() => SpendingPlan, { nullable: true, description: '提交用款计划 · Submits a spending plan' })
  async submitSpendingPlan(
    @Arg('input', () => SubmitSpendingPlanInput, { description: '内容 · The plan' }) input: SubmitSpendingPlanInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return spendingPlanById.load(context, await submitSpendingPlan(context, input, idempotencyKey));
  }

  @Mutation(() => SpendingPlan, {
    nullable: true,
    description: '批准用款计划（须为提交人之外的人）· Approves a plan; not by whoever submitted it',
  })
  async approveSpendingPlan(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return spendingPlanById.load(context, await decideSpendingPlan(context, id, SpendingPlanOutcome.approved, null));
  }

  @Mutation(() => SpendingPlan, {
    nullable: true,
    description: '退回用款计划（须为提交人之外的人）· Returns a plan; not by whoever submitted it',
  })
  async returnSpendingPlan(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return spendingPlanById.load(context, await decideSpendingPlan(context, id, SpendingPlanOutcome.returned, reason));
  }

  @Mutation(() => SpendingPlan, {
    nullable: true,
    description: '撤回自己提交的用款计划 · Withdraws a plan that one submitted oneself',
  })
  async withdrawSpendingPlan(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return spendingPlanById.load(context, await decideSpendingPlan(context, id, SpendingPlanOutcome.withdrawn, null));
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { regionId }: SpendingPlan) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提交人 · Who submitted it' })
  submittedBy(@Root() { submittedBy }: SpendingPlan) {
    return personOf(submittedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准或退回的人 · Who approved or returned it' })
  decidedBy(@Root() { decidedBy }: SpendingPlan) {
    return personOf(decidedBy);
  }

  @FieldResolver(() => [SpendingPlanMonth], {
    nullable: true,
    description: '各月计划与支出 · Each month, as planned and as paid',
  })
  async months(@Root() { id, year }: SpendingPlan, @Ctx() context: Context): Promise<SpendingPlanMonth[]> {
    const [uses, spent] = await Promise.all([usesOfPlan.load(context, id), spentOfPlan.load(context, id)]);
    return compareMonths(year, uses, spent).map((month) => Object.assign(new SpendingPlanMonth(), month));
  }

  @FieldResolver(() => SpendingPlanLineConnection, { nullable: true, description: '各行 · Its lines' })
  async lines(
    @Root() { id }: SpendingPlan,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<SpendingPlanLine>> {
    return connect(await listUses(context, id, args), ({ number }) => cursorOf(number));
  }
}
