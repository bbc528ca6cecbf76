// Violations by id, and months of regions and hospitals, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { rangesOf } from '../region-day/region-ranges.query';
import { MonitoringViolation } from './monitoring-violation.entity';
import { MONTHS_OF_HOSPITALS, MONTHS_OF_RANGES, type MonthRow, VIOLATIONS } from './violation.query';

export const violationById = defineLoader<MonitoringViolation | null>(
  'violation by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.query(`${VIOLATIONS} where t.id = any ($1::uuid[])`, [ids], MonitoringViolation), ({ id }) => id),
);

const firstDay = (year: string) => `${year}-01-01`;
const afterLast = (year: string) => `${Number(year) + 1}-01-01`;

/** Null for a region that is not wholly in scope. */
export const monthsOfRegion = defineLoader<MonthRow[] | null>(
  'monitored months of a region and year',
  () => null,
  async (rows, keys, context) => {
    const asked = await rangesOf(context, keys);
    const found = await rows.query<MonthRow>(MONTHS_OF_RANGES, [
      asked.map(({ key }) => key),
      asked.map(({ period }) => firstDay(period)),
      asked.map(({ period }) => afterLast(period)),
      asked.map(({ lo }) => lo),
      asked.map(({ hi }) => hi),
    ]);
    const months = new Map<string, MonthRow[] | null>(asked.map(({ key }) => [key, []]));
    for (const [key, of] of groupBy(found, (row) => row.key)) months.set(key, of);
    return months;
  },
);

/** A hospital and a year, parted by a blank; of the stays that the caller reaches. */
export const monthsOfHospital = defineLoader<MonthRow[]>(
  'monitored months of a hospital and year',
  () => [],
  async (rows, keys) => {
    const asked = keys.map((key) => [key, ...key.split(' ')] as [string, string, string]);
    const found = await rows.query<MonthRow>(MONTHS_OF_HOSPITALS, [
      asked.map(([key]) => key),
      asked.map(([, , year]) => firstDay(year)),
      asked.map(([, , year]) => afterLast(year)),
      asked.map(([, hospital]) => hospital),
    ]);
    return groupBy(found, ({ key }) => key);
  },
);
