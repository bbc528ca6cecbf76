// The states of a household, year by year.
import { defineLoader, groupBy } from '#platform/graph/loader';
import { HouseholdState } from './household-state.entity';

/** Oldest first; every decision of every year. */
export const statesOfHousehold = defineLoader<HouseholdState[]>(
  'states of a household',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(
      HouseholdState,
      'where t.household_id = any($1::uuid[]) order by t.year, t.ordinal',
      [ids],
    );
    return groupBy(found, (state) => state.householdId);
  },
);
