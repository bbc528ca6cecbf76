// What a region and a unit tell about their tasks.
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { reachesUnit } from './reaches-unit';
import { Task } from './task.entity';
import { tasksOfRegion, tasksOfUnit } from './task.loader';
import { TaskSummary } from './task-summary.entity';
import { taskSummaryOfRegion, taskSummaryOfUnit } from './task-summary.query';

@Resolver(() => Region)
export class RegionTasksResolver {
  @FieldResolver(() => [Task], {
    nullable: true,
    description: '该地区自身的考核清单 · The checklist of the region itself',
  })
  async checklist(
    @Root() { id }: Region,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ): Promise<Task[]> {
    return (await tasksOfRegion.load(context, id)).filter((task) => task.year === year);
  }

  @FieldResolver(() => TaskSummary, {
    nullable: true,
    description:
      '该地区及所辖地区的任务汇总（不含成员单位）· Tasks of the region and of all below it, without those of member units',
  })
  async taskSummary(
    @Root() { id }: Region,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<TaskSummary> {
    parseQuarter(quarter);
    const summary = await taskSummaryOfRegion.load(context, `${quarter} ${id}`);
    if (!summary) throw commonRefusals.outOfScope();
    return summary;
  }
}

@Resolver(() => Unit)
export class UnitTasksResolver {
  @FieldResolver(() => [Task], { nullable: true, description: '该单位的任务 · Tasks of the unit' })
  async tasks(
    @Root() { id }: Unit,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Ctx() context: Context,
  ): Promise<Task[]> {
    return (await tasksOfUnit.load(context, id)).filter((task) => task.year === year);
  }

  @FieldResolver(() => TaskSummary, { nullable: true, description: '该单位的任务汇总 · Tasks of the unit, counted' })
  async progressSummary(
    @Root() { id }: Unit,
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ): Promise<TaskSummary | null> {
    parseQuarter(quarter);
    if (!(await reachesUnit(context, id))) throw commonRefusals.outOfScope();
    return taskSummaryOfUnit.load(context, `${quarter} ${id}`);
  }
}
