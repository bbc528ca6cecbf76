// The states of a household, year by year.
import { Any } from 'typeorm';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { HouseholdState } from './household-state.entity';

/** Oldest first; every decision of every year. */
export const statesOfHousehold = defineLoader<HouseholdState[]>(
  'states of a household',
  () => [],
  async (rows, ids) => {
    const order = { year: 'ASC', ordinal: 'ASC' } as const;
    const found = await rows.manager.find(HouseholdState, { where: { householdId: Any([...ids]) }, order });
    return groupBy(found, (state) => state.householdId);
  },
);
