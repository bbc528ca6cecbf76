// Gaps in pairing of a region: how many households and days, and which, in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { PairingGap, type PairingGaps } from './pairing-gap.entity';
import { pairingGapsCounted, pairingGapsPage } from './pairing-gap.query';

export interface GapCounts {
  households: number;
  days: number;
}

export async function countGaps(context: Context, { range, from, until }: PairingGaps): Promise<GapCounts> {
  const [counted] = await context.inScope.read(({ query }) =>
    query<GapCounts>(pairingGapsCounted, [range.lo, range.hi, from, until]),
  );
  return counted ?? { households: 0, days: 0 };
}

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
