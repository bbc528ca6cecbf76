// What the graph answers about tasks.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Progress } from '../progress/progress.entity';
import { progressOfTask } from '../progress/progress.loader';
import { Checklist } from './checklist.entity';
import { listTasks } from './list-tasks';
import { Task } from './task.entity';
import { TasksArgs } from './task.input';
import { checklistById, taskById } from './task.loader';

const TaskConnection = connectionOf(Task, 'Task', '任务', 'tasks');

@Resolver(() => Task)
export class TaskResolver {
  @Query(() => Task, { nullable: true, description: '按标识查任务 · A task by its id' })
  task(@Arg('id', () => ID, { description: '任务标识 · Id of the task' }) id: string, @Ctx() context: Context) {
    return isId(id) ? taskById.load(context, id) : null;
  }

  @Query(() => TaskConnection, {
    nullable: true,
    description: '任务列表，按隶属次序 · Tasks in the order of the managing tree',
  })
  async tasks(@Args(() => TasksArgs) args: TasksArgs, @Ctx() context: Context): Promise<Connection<Task>> {
    return connect(await listTasks(context, args), placedCursor);
  }

  @FieldResolver(() => Checklist, {
    nullable: true,
    description: '所属清单；议定事项转成的为空 · The checklist that it stands on, null where a resolution gave it',
  })
  checklist(@Root() { checklistId }: Task, @Ctx() context: Context) {
    return checklistId && checklistById.load(context, checklistId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '责任单位 · The unit that owns it' })
  unit(@Root() { unitId }: Task) {
    return unitId && Unit.of(unitId);
  }

  @FieldResolver(() => Region, {
    description: '责任地区；单位任务为全市 · The region that owns it, the city for a unit’s task',
  })
  region(@Root() { regionId }: Task) {
    return Region.of(regionId);
  }

  @FieldResolver(() => [Progress], { nullable: true, description: '各次上报，旧者在前 · Its reports, oldest first' })
  async progress(
    @Root() { id }: Task,
    @Arg('quarter', () => String, { nullable: true, description: '只要此季度 · Only this quarter' }) quarter:
      | string
      | null,
    @Ctx() context: Context,
  ) {
    const reports = await progressOfTask.load(context, id);
    return quarter ? reports.filter((report) => report.quarter === quarter) : reports;
  }
}
