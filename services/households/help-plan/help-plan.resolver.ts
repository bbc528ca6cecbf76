// What the graph answers about help plans and their measures, and how they are drafted, reviewed and carried out.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Evidence } from '#platform/graph/files/evidence';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import type { HouseholdsContext } from '../tools';
import { carryOutMeasure } from './carry-out-measure';
import { draftHelpPlan } from './draft-help-plan';
import { HelpMeasure } from './help-measure.entity';
import { HelpPlan, HelpPlanOutcome } from './help-plan.entity';
import { HelpPlanInput, MeasureResultInput } from './help-plan.input';
import { evidenceOfMeasure, helpPlanById, helpPlansOf, measureById, measuresOfPlan } from './help-plan.loader';
import { reviewHelpPlan } from './review-help-plan';

@Resolver(() => HelpPlan)
export class HelpPlanResolver {
  @Query(() => HelpPlan, { nullable: true, description: '按标识查帮扶计划 · A help plan by its id' })
  helpPlan(
    @Arg('id', () => ID, { description: '计划标识 · Id of the plan' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return isId(id) ? helpPlanById.load(context, id) : null;
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: HelpPlan, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => [HelpMeasure], { nullable: true, description: '措施 · Its measures' })
  measures(@Root() { id }: HelpPlan, @Ctx() context: HouseholdsContext) {
    return measuresOfPlan.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '拟订人 · Who drafted it' })
  draftedBy(@Root() plan: HelpPlan) {
    return personOf(plan.draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审核人 · Who reviewed it' })
  reviewedBy(@Root() plan: HelpPlan) {
    return plan.reviewedBy && personOf(plan.reviewedBy);
  }

  @Mutation(() => HelpPlan, { nullable: true, description: '拟订帮扶计划 · Drafts a help plan' })
  async draftHelpPlan(
    @Arg('input', () => HelpPlanInput, { description: '计划内容 · What is planned' }) input: HelpPlanInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await draftHelpPlan(context, input);
    context.loaders.clear();
    return helpPlanById.load(context, id);
  }

  @Mutation(() => HelpPlan, {
    nullable: true,
    description: '批准帮扶计划（拟订人以外的人）· Approves a help plan, by somebody else than who drafted it',
  })
  async approveHelpPlan(
    @Arg('id', () => ID, { description: '计划标识 · Id of the plan' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    await reviewHelpPlan(context, 'approveHelpPlan', { id, outcome: HelpPlanOutcome.approved, remark: null });
    context.loaders.clear();
    return helpPlanById.load(context, id);
  }

  @Mutation(() => HelpPlan, { nullable: true, description: '退回帮扶计划，说明原因 · Returns a help plan, saying why' })
  async returnHelpPlan(
    @Arg('id', () => ID, { description: '计划标识 · Id of the plan' }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: HouseholdsContext,
  ) {
    await reviewHelpPlan(context, 'returnHelpPlan', { id, outcome: HelpPlanOutcome.returned, remark });
    context.loaders.clear();
    return helpPlanById.load(context, id);
  }

  @Mutation(() => HelpMeasure, {
    nullable: true,
    description: '登记措施成效，附该户签字 · Tells what a measure brought, with the household’s signature',
  })
  async carryOutMeasure(
    @Arg('input', () => MeasureResultInput, { description: '成效 · What it brought' }) input: MeasureResultInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await carryOutMeasure(context, input);
    context.loaders.clear();
    return measureById.load(context, id);
  }
}

@Resolver(() => HelpMeasure)
export class HelpMeasureResolver {
  @FieldResolver(() => Member, { nullable: true, description: '签字的家庭成员 · The member who signed' })
  signedBy(@Root() measure: HelpMeasure, @Ctx() context: HouseholdsContext) {
    return measure.signedBy && memberById.load(context, measure.signedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who told it' })
  carriedBy(@Root() measure: HelpMeasure) {
    return measure.carriedBy && personOf(measure.carriedBy);
  }

  @FieldResolver(() => [Evidence], {
    nullable: true,
    description: '签字页等佐证材料 · The signed page and other evidence',
  })
  evidence(@Root() { id }: HelpMeasure, @Ctx() context: HouseholdsContext) {
    return evidenceOfMeasure.load(context, id);
  }
}

@Resolver(() => Household)
export class HouseholdHelpPlansResolver {
  @FieldResolver(() => [HelpPlan], {
    nullable: true,
    description: '帮扶计划，新者在前；可只要某年度 · Help plans, newest first; of one year where it is told',
  })
  async helpPlans(
    @Root() { id }: Household,
    @Arg('year', () => Int, { nullable: true, description: '年度 · Year' }) year: number | null,
    @Ctx() context: HouseholdsContext,
  ) {
    const plans = await helpPlansOf.load(context, id);
    return typeof year === 'number' ? plans.filter((plan) => plan.year === year) : plans;
  }
}
