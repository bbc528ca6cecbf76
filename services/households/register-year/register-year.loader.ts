// Frozen registers of regions, and what they say of a household.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { RegisterYear } from './register-year.entity';
import { YearRecord } from './year-record.entity';

export const registerYearById = defineLoader<RegisterYear | null>(
  'register of a year by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(RegisterYear, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

export const registerYearsOfRegion = defineLoader<RegisterYear[]>(
  'registers of a region',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.region_id = any($1::uuid[]) order by t.year desc';
    return groupBy(await rows.select(RegisterYear, tail, [ids.filter(isId)]), (each) => each.regionId);
  },
);

export const yearRecordsOfHousehold = defineLoader<YearRecord[]>(
  'year records of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.year desc';
    return groupBy(await rows.select(YearRecord, tail, [ids]), (each) => each.householdId);
  },
);
