// Reports of progress by task.
import { Any } from 'typeorm';
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Progress } from './progress.entity';

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

export const evidenceOfProgress = evidenceLoader('assessments', 'progress');
