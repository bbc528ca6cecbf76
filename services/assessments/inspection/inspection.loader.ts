// Released inspections by id.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Inspection } from './inspection.entity';

export const releasedInspectionById = defineLoader<Inspection | null>(
  'released inspection by id',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(Inspection, { id: Any([...ids]) }), (inspection) => inspection.id),
);
