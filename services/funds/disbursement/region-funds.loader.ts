// The sums of regions, batched; a region that is not wholly in the caller's scope is left out and never summed in part.
import { defineLoader, mapBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { rangesOf } from '../region-day/region-ranges.query';
import { type DisbursedRow, REGION_DISBURSED, REGION_FUNDS, type RegionFundsRow } from './region-funds.query';

/** `<region id> <year> <day>`, or with the book after the year: `2018:special`. */
export const fundsOfRegionYear = defineLoader<RegionFundsRow | null>(
  'funds of a region and year',
  () => null,
  async (rows, keys, context) => {
    const asked = await rangesOf(context, keys);
    const found = await rows.query<RegionFundsRow>(REGION_FUNDS, [
      asked.map(({ key }) => key),
      asked.map(({ period }) => Number(period.split(':')[0])),
      asked.map(({ lo }) => lo),
      asked.map(({ hi }) => hi),
      asked.map(({ period }) => period.split(':')[1] ?? null),
    ]);
    const sums = new Map<string, RegionFundsRow>();
    for (const row of found) sums.set(row.key, added(sums.get(row.key), row));
    return sums;
  },
);

/** A region of a day gone by may lie in several ranges today. */
function added(sum: RegionFundsRow | undefined, row: RegionFundsRow): RegionFundsRow {
  if (!sum) return row;
  return {
    key: row.key,
    allotted: sum.allotted + row.allotted,
    available: sum.available + row.available,
    reserved: sum.reserved + row.reserved,
    paid: sum.paid + row.paid,
    returned: sum.returned + row.returned,
    lines: sum.lines + row.lines,
    stagesReserved: sum.stagesReserved + row.stagesReserved,
    stagesPaid: sum.stagesPaid + row.stagesPaid,
  };
}

/** `<region id> 2018Q1` */
export const disbursedOfRegionQuarter = defineLoader<DisbursedRow | null>(
  'disbursed in a region and quarter',
  () => null,
  async (rows, keys, { inScope }) => {
    const { lo, hi } = await inScope.range();
    const asked = keys.flatMap((key) => {
      const [regionId = '', quarter = ''] = key.split(' ');
      return parseQuarter(quarter).months.map((month) => ({ regionId, quarter, month }));
    });
    const found = await rows.query<DisbursedRow>(REGION_DISBURSED, [
      ...[asked.map(({ regionId }) => regionId), asked.map(({ quarter }) => quarter), asked.map(({ month }) => month)],
      ...[lo, hi],
    ]);
    return mapBy(found, ({ key }) => key);
  },
);
