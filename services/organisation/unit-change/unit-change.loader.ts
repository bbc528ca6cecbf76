// Reforms of bureaus by id.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { UnitChange } from './unit-change.entity';

export const unitChangeById = defineLoader<UnitChange | null>(
  'reform by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(UnitChange, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);
