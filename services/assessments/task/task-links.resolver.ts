// The links of a task (任务的来龙去脉): from the resolution that gave it to the score and light that it counts towards, and back.
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { Person } from '../foreign/person';
import { Resolution } from '../foreign/resolution';
import { Light } from '../light/light.entity';
import { publishedLight, scoreOf } from '../light/light.loader';
import { Score } from '../scoring/score.entity';
import { Task } from './task.entity';
import { TaskResolutionInput } from './task.input';
import { tasksOfRegion, tasksOfResolution } from './task.loader';
import { taskResolution } from './task-resolution';

const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

/** Units are not lit: the result of their unit stands beside. */
async function lightOf(context: Context, { unitId, regionId }: Task, quarter: string): Promise<Light | null> {
  parseQuarter(quarter);
  return unitId === null ? publishedLight.load(context, `${quarter} ${regionId}`) : null;
}

@Resolver(() => Task)
export class TaskLinksResolver {
  @Mutation(() => Task, {
    nullable: true,
    description:
      '把已公布的议定事项转为责任单位或责任地区的任务 · Makes a published resolution a task of the unit or region that it charges',
  })
  taskResolution(
    @Arg('input', () => TaskResolutionInput, { description: '任务要求 · What is wanted' }) input: TaskResolutionInput,
    @Ctx() context: Context,
  ) {
    return taskResolution(context, input);
  }

  @FieldResolver(() => Resolution, {
    nullable: true,
    description: '来源议定事项；清单任务为空 · The resolution that gave it, null for a task of a checklist',
  })
  resolution(@Root() { resolutionId }: Task) {
    return resolutionId && Resolution.of(resolutionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '转任务的人 · Who made it a task' })
  taskedBy(@Root() { taskedBy }: Task) {
    return taskedBy && Person.of(taskedBy);
  }

  @FieldResolver(() => Light, {
    nullable: true,
    description: '计入的已公布亮灯；单位任务没有 · The published light it counts towards; a unit’s task has none',
  })
  light(@Root() task: Task, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    return lightOf(context, task, quarter);
  }

  @FieldResolver(() => Score, {
    nullable: true,
    description:
      '计入的已公布得分；单位任务见单位结果 · The published score it counts towards; of a unit see its result',
  })
  async score(@Root() task: Task, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    const light = await lightOf(context, task, quarter);
    return light && scoreOf(context, light);
  }
}

@Resolver(() => Resolution)
export class ResolutionTasksResolver {
  @FieldResolver(() => [Task], {
    nullable: true,
    description: '转成的任务；不在范围内的不列 · The tasks it became, those in scope',
  })
  tasks(@Root() { id }: Resolution, @Ctx() context: Context) {
    return tasksOfResolution.load(context, id);
  }
}

@Resolver(() => Light)
export class LightTasksResolver {
  @FieldResolver(() => [Task], {
    nullable: true,
    description: '该地区当年自身的任务 · The region’s own tasks of that year',
  })
  async tasks(@Root() { regionId, quarter }: Light, @Ctx() context: Context): Promise<Task[]> {
    const year = Number(quarter.slice(0, 4));
    return (await tasksOfRegion.load(context, regionId)).filter((task) => task.year === year);
  }
}
