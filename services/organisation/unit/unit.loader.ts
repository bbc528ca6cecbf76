// Units by id, for every place that names one.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { Unit } from './unit.entity';

export const unitById = defineLoader<Unit | null>(
  'unit by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Unit, 'where t.id = any($1::uuid[])', [ids]), (unit) => unit.id),
);
