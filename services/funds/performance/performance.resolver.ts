// What the graph answers about the performance of projects, and who tells, evaluates and confirms it.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Person, personOf } from '../foreign/person';
import { Project } from '../project/project.entity';
import { targetsOfProject } from '../project/project.loader';
import { confirmPerformance, evaluatePerformance } from './evaluate-performance';
import { JudgedItemInput, PerformanceDeductionInput, TargetActualInput } from './performance.input';
import { evidenceOfPerformance, performanceReviewById, reviewsOfProject } from './performance.loader';
import { PerformanceDeduction, PerformanceItem, PerformanceReview, TargetReached } from './performance-review.entity';
import { tellPerformance } from './tell-performance';

const id = () => Arg('id', () => ID, { description: '评价标识 · Id of the review' });

@Resolver(() => PerformanceReview)
export class PerformanceResolver {
  @Mutation(() => PerformanceReview, {
    nullable: true,
    description: '绩效自评：各指标实际值 · Tells what a project reached of its targets in a year',
  })
  async tellPerformance(
    @Arg('projectId', () => ID, { description: '项目标识 · Id of the project' }) projectId: string,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Arg('actuals', () => [TargetActualInput], { description: '各指标实际值 · Actual values' })
    actuals: TargetActualInput[],
    @Arg('words', { description: '自评 · Self-evaluation' }) words: string,
    @Ctx() context: Context,
  ) {
    return performanceReviewById.load(context, await tellPerformance(context, projectId, { year, actuals, words }));
  }

  @Mutation(() => PerformanceReview, {
    nullable: true,
    description: '绩效评价（自评人以外的人）· Evaluates a review, by another person than told it',
  })
  async evaluatePerformance(
    @id() reviewId: string,
    @Arg('given', () => [JudgedItemInput], { description: '评判各项得分 · Points for what is judged' })
    given: JudgedItemInput[],
    @Arg('opinion', { description: '评价意见 · Opinion' }) opinion: string,
    @Arg('deductions', () => [PerformanceDeductionInput], {
      nullable: true,
      description: '违规扣分，各附证据 · Violations that cost points, each with evidence',
    })
    deductions: PerformanceDeductionInput[] | null,
    @Ctx() context: Context,
  ) {
    const made = await evaluatePerformance(context, reviewId, { given, deductions: deductions ?? [], opinion });
    context.loaders.clear();
    return performanceReviewById.load(context, made);
  }

  @Mutation(() => PerformanceReview, {
    nullable: true,
    description: '复核绩效评价（第三人）· Confirms a review, by a third person',
  })
  async confirmPerformance(@id() reviewId: string, @Ctx() context: Context) {
    const made = await confirmPerformance(context, reviewId);
    context.loaders.clear();
    return performanceReviewById.load(context, made);
  }

  @FieldResolver(() => [PerformanceItem], { nullable: true, description: '各项得分 · Points item by item' })
  items(@Root() review: PerformanceReview): PerformanceItem[] | null {
    return review.items?.map((item) => Object.assign(new PerformanceItem(), item)) ?? null;
  }

  @FieldResolver(() => [PerformanceDeduction], {
    nullable: true,
    description: '违规扣分 · Violations that cost points',
  })
  deductions(@Root() review: PerformanceReview): PerformanceDeduction[] | null {
    return review.deductions?.map((each) => Object.assign(new PerformanceDeduction(), each)) ?? null;
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '扣分的证据 · Evidence of what was deducted' })
  evidence(@Root() { id: of }: PerformanceReview, @Ctx() context: Context) {
    return evidenceOfPerformance.load(context, of);
  }

  @FieldResolver(() => [TargetReached], {
    nullable: true,
    description: '各指标完成情况 · What was reached of each target',
  })
  async reached(@Root() review: PerformanceReview, @Ctx() context: Context): Promise<TargetReached[]> {
    const targets = await targetsOfProject.load(context, review.projectId);
    return targets.map((target) =>
      Object.assign(new TargetReached(), { target, actual: review.actuals[target.id] ?? 0 }),
    );
  }

  @FieldResolver(() => Person, { nullable: true, description: '自评人 · Who told it' })
  selfBy(@Root() { selfBy }: PerformanceReview) {
    return personOf(selfBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '评价人 · Who evaluated it' })
  evaluatedBy(@Root() { evaluatedBy }: PerformanceReview) {
    return personOf(evaluatedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '复核人 · Who confirmed it' })
  confirmedBy(@Root() { confirmedBy }: PerformanceReview) {
    return personOf(confirmedBy);
  }
}

@Resolver(() => Project)
export class ProjectPerformanceResolver {
  @FieldResolver(() => [PerformanceReview], { nullable: true, description: '历年绩效评价 · Its reviews by year' })
  performance(@Root() project: Project, @Ctx() context: Context) {
    return reviewsOfProject.load(context, project.id);
  }
}
