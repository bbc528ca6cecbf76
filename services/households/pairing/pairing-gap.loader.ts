// Gaps in pairing of a region: how many households and days, and which, in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import type { RegionRange } from '../region-summary/region-range.query';
import { bounds, eachPeriod } from '../region-summary/region-summary.loader';
import { PairingGap, type PairingGaps } from './pairing-gap.entity';
import { pairingGapsCounted, pairingGapsPage } from './pairing-gap.query';

export interface GapCounts {
  households: number;
  days: number;
}

export const countGaps = (context: Context, { range, from, until }: PairingGaps): Promise<GapCounts> =>
  gapsCounted.load(context, JSON.stringify([range, `${from} ${until}`, '']));

/** One statement a period for all the regions of a question. */
const gapsCounted = defineLoader<GapCounts>(
  'gaps in pairing',
  () => ({ households: 0, days: 0 }),
  (rows, keys) =>
    eachPeriod<string, GapCounts>(keys, async (ranges: RegionRange[], period) => {
      const asked = [...bounds(ranges), ...period.split(' ')];
      return mapBy(await rows.query<GapCounts & { id: string }>(pairingGapsCounted, asked), ({ id }) => id);
    }),
);

export async function listGaps(
  context: Context,
  { range, from, until }: PairingGaps,
  args: PageArgs,
): Promise<Page<PairingGap>> {
  const size = pageSize(args.first);
  const [path = null, last = null, day = null] = keysOf(args.after, 3) ?? [];
  if (last !== null && !(isId(last) && parseCalendarDay(day ?? '', 'after'))) throw foreignCursor();
  const asked = [range.lo, range.hi, from, until, path, last, day, size + 1];
  return pageOf(await context.inScope.read(({ query }) => query(pairingGapsPage, asked, PairingGap)), size);
}
