// Difference batches by id, and their lines, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { DifferenceBatch, DifferenceLine } from './difference-batch.entity';

export const differenceBatchById = defineLoader<DifferenceBatch | null>(
  'difference batch by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(DifferenceBatch, { id: Any([...ids]) }), ({ id }) => id),
);

export const linesOfDifferences = defineLoader<DifferenceLine[]>(
  'lines of a difference batch',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(DifferenceLine, {
      where: { batchId: Any([...ids]) },
      order: { settlementId: 'ASC' },
    });
    return groupBy(found, ({ batchId }) => batchId);
  },
);
