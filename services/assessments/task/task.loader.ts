// Tasks by id, by region, by unit and by resolution, and checklists by id, for every place that names them.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Checklist } from './checklist.entity';
import { everHeld } from './held.query';
import { Task } from './task.entity';

export const taskById = defineLoader<Task | null>(
  'task by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Task, { id: Any([...ids]) }), (task) => task.id),
);

export const checklistById = defineLoader<Checklist | null>(
  'checklist by id',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(Checklist, { id: Any([...ids]) }), (checklist) => checklist.id),
);

/** A region's own tasks of every year, without those of the units that happen to sit there. */
export const tasksOfRegion = defineLoader<Task[]>(
  'tasks of region',
  () => [],
  async ({ manager }, ids) => {
    const found = manager
      .createQueryBuilder(Task, 't')
      .where('t.regionId = any (:ids)', { ids })
      .andWhere('t.unitId is null')
      .andWhere(everHeld);
    return groupBy(await found.orderBy('t.code').getMany(), (task) => task.regionId);
  },
);

export const tasksOfUnit = defineLoader<Task[]>(
  'tasks of unit',
  () => [],
  async ({ manager }, ids) => {
    const found = manager.createQueryBuilder(Task, 't').where('t.unitId = any (:ids)', { ids }).andWhere(everHeld);
    return groupBy(await found.orderBy('t.code').getMany(), (task) => task.unitId ?? '');
  },
);

export const tasksOfResolution = defineLoader<Task[]>(
  'tasks of resolution',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Task, 'where t.resolution_id = any($1::uuid[])', [ids.filter(isId)]),
      (task) => task.resolutionId ?? '',
    ),
);
