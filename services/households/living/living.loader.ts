// How households live, by household; a page of households does not read it unless asked.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { LivingConditions } from './living-conditions.entity';

export const livingOfHousehold = defineLoader<LivingConditions | null>(
  'living conditions of a household',
  () => null,
  async (rows, ids) =>
    mapBy(
      await rows.select(LivingConditions, 'where t.household_id = any($1::uuid[])', [ids]),
      (each) => each.householdId,
    ),
);
