// The ranges of regions on days gone by (各日地区范围): what a sum over a region is made of, and how the sums of its parts are told apart.
import type { Context } from '#platform/graph/context';
import type { CalendarDay } from '#platform/vocabulary/calendar-day';

/** A region, a period and the day of the tree; `-` is today. */
export const regionKey = (regionId: string, period: number | string, on: CalendarDay | null) =>
  `${regionId} ${period} ${on ?? '-'}`;

export interface AskedRange {
  key: string;
  period: string;
  lo: string;
  hi: string;
}

/** Regions that are not wholly in the caller's scope are left out. */
export async function rangesOf({ inScope }: Pick<Context, 'inScope'>, keys: readonly string[]): Promise<AskedRange[]> {
  const found = await Promise.all(
    keys.map(async (key) => {
      const [regionId = '', period = '', on] = key.split(' ');
      const ranges = await inScope.rangesWithin(regionId, on === '-' ? null : on);
      return (ranges ?? []).map(({ lo, hi }) => ({ key, period, lo, hi }));
    }),
  );
  return found.flat();
}
