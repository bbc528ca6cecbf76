// Corrections of states by id.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { StateCorrection } from './state-correction.entity';

export const stateCorrectionById = defineLoader<StateCorrection | null>(
  'state correction by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(StateCorrection, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);
