// Reports of progress by id and by task.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Progress } from './progress.entity';

export const progressById = defineLoader<Progress | null>(
  'progress by id',
  () => null,
  async ({ manager }, ids) => mapBy(await manager.findBy(Progress, { id: Any([...ids]) }), (progress) => progress.id),
);

export const progressOfTask = defineLoader<Progress[]>(
  'progress of task',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(Progress, {
        where: { taskId: Any([...ids]) },
        order: { quarter: 'ASC', reportedAt: 'ASC', id: 'ASC' },
      }),
      (progress) => progress.taskId,
    ),
);
