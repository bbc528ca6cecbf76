// Units by id, for every place that names one.
import { Any } from 'typeorm';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Unit } from './unit.entity';

export const unitById = defineLoader<Unit | null>(
  'unit by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Unit, { id: Any([...ids]) }), (unit) => unit.id),
);
