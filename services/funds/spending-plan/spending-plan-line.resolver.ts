// What the graph answers about a line of a spending plan (用款计划行), and what a region tells of its plans.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cursorOf, keysOf, pageOf, pageSize } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Money } from '#platform/graph/scalars';
import { Book } from '../book/fund-use-pack.rules';
import { Region, regionOf } from '../foreign/region';
import { Project } from '../project/project.entity';
import { projectById } from '../project/project.loader';
import { drawSpendingPlan } from './draw-spending-plan';
import { SpendingPlan } from './spending-plan.entity';
import { spendingPlanInForce, spentOfPlan } from './spending-plan.loader';
import { spentOn } from './spending-plan.rules';
import { DrawnUse, SpendingPlanLine } from './spending-plan-line.entity';

const DrawnUseConnection = connectionOf(DrawnUse, 'DrawnUse', '可编制的用款', 'uses that a plan can be drawn from');
const yearIs = { description: '年度 · Year' };
const bookIs = { description: '资金账类 · Book' };
const keyOf = ({ month, projectId, regionId }: DrawnUse) => `${month} ${projectId ?? regionId}`;
const projectOf = (id: string | null, context: Context) => (id === null ? null : projectById.load(context, id));

@Resolver(() => SpendingPlanLine)
export class SpendingPlanLineResolver {
  @FieldResolver(() => Region, { nullable: true, description: '用款地区 · The place that uses it' })
  region(@Root() { regionId }: SpendingPlanLine) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Project, { nullable: true, description: '项目 · The project' })
  project(@Root() { projectId }: SpendingPlanLine, @Ctx() context: Context) {
    return projectOf(projectId, context);
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: '当月已支付到最终收款人的 · Paid to the end recipients in that month',
  })
  async spent(@Root() line: SpendingPlanLine, @Ctx() context: Context) {
    return spentOn(line, await spentOfPlan.load(context, line.planId));
  }
}

@Resolver(() => DrawnUse)
export class DrawnUseResolver {
  @FieldResolver(() => Region, { nullable: true, description: '用款地区 · The place that uses it' })
  region(@Root() { regionId }: DrawnUse) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Project, { nullable: true, description: '项目 · The project' })
  project(@Root() { projectId }: DrawnUse, @Ctx() context: Context) {
    return projectOf(projectId, context);
  }
}

@Resolver(() => Region)
export class RegionSpendingPlanResolver {
  @FieldResolver(() => SpendingPlan, {
    nullable: true,
    description: '该年度此类资金最后批准的用款计划 · The plan of this year and book that was approved last',
  })
  spendingPlan(
    @Root() { id }: Region,
    @Arg('year', () => Int, yearIs) year: number,
    @Arg('book', () => Book, bookIs) book: Book,
    @Ctx() context: Context,
  ) {
    return spendingPlanInForce.load(context, `${id} ${year} ${book}`);
  }

  @FieldResolver(() => DrawnUseConnection, {
    nullable: true,
    description:
      '可据以编制用款计划的：年度计划项目的余额与待支付的 · What a plan can be drawn from: what projects have left, and what waits to be paid',
  })
  async drawnUses(
    @Root() { id }: Region,
    @Arg('year', () => Int, yearIs) year: number,
    @Arg('book', () => Book, bookIs) book: Book,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DrawnUse>> {
    const size = pageSize(args.first);
    const [after = ''] = keysOf(args.after, 1) ?? [];
    const all = (await drawSpendingPlan(context, id, year, book)).filter((use) => keyOf(use) > after);
    return connect(pageOf(all.slice(0, size + 1), size), (use) => cursorOf(keyOf(use)));
  }
}
