// Incomes by id and by household: newest year first, and of a year the one that holds first.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Income } from './income.entity';

export const incomeById = defineLoader<Income | null>(
  'income by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Income, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

/** What was confirmed last holds; before anything is confirmed, what was told last. */
export const incomesOfHousehold = defineLoader<Income[]>(
  'incomes of a household',
  () => [],
  async (rows, ids) => {
    const tail = `where t.household_id = any($1::uuid[]) order by t.year desc, (t.outcome = 'confirmed') is true desc, t.ordinal desc`;
    return groupBy(await rows.select(Income, tail, [ids]), (income) => income.householdId);
  },
);
