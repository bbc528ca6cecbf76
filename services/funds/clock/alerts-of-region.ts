// The clocks and the execution of regions (地区时限与进度): lots as they stood on the day, weighed by the pack that held then.
import type { Context } from '#platform/graph/context';
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { SourceLevel } from '../allotment/allotment.rules';
import { regionKey } from '../region-day/region-ranges.query';
import { FundAlert, FundClockFacts, FundExecution } from './fund-alert.entity';
import { type LotsOnDay, lotsOfRegionDay } from './lots-on-day.loader';
import { executionOf, runClocks, runYearEnds } from './run-clocks.rules';

async function lotsOf(context: Context, regionId: string, day: CalendarDay): Promise<LotsOnDay> {
  const found = await lotsOfRegionDay.load(context, regionKey(regionId, day, null));
  if (!found) throw commonRefusals.outOfScope();
  return found;
}

/** The clock that no lot has for itself (年末结余率). */
const YEAR_END = 'year-end-balance';

const daysBetween = (from: CalendarDay, to: CalendarDay) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export async function alertsOfRegion(context: Context, regionId: string, day: CalendarDay): Promise<FundAlert[]> {
  const { pack, lots } = await lotsOf(context, regionId, day);
  if (!pack) return [];
  const clocks = runClocks(pack, lots, day)
    .filter(({ overdue }) => overdue)
    .map(({ clock, lot, dueOn, open }) =>
      Object.assign(new FundAlert(), {
        ...{ lotId: lot.id, regionId: lot.regionId, order: `${lot.path} ${lot.id} ${clock.code}` },
        ...{ clock: clock.code, title: `${clock.title.zh} · ${clock.title.en}`, dueOn, open },
        daysOverdue: daysBetween(dueOn, day),
      }),
    );
  const yearEnds = runYearEnds(pack, lots, day)
    .filter(({ tooHigh }) => tooHigh)
    .map(({ regionId: place, path, year, dueOn, balance }) =>
      Object.assign(new FundAlert(), {
        ...{
          lotId: null,
          regionId: place,
          order: `${path} ${year} ${YEAR_END}`,
          clock: YEAR_END,
          dueOn,
          open: balance,
        },
        title: `${year} 年度结余过高 · The balance of ${year} is too high`,
        daysOverdue: daysBetween(dueOn, day),
      }),
    );
  return [...clocks, ...yearEnds].sort((one, other) => (one.order < other.order ? -1 : 1));
}

/** Without a pack no balance is too high: what is not ruled is not judged. */
export async function executionOfRegion(
  context: Context,
  regionId: string,
  year: number,
  day: CalendarDay,
): Promise<FundExecution[]> {
  const { pack, lots } = await lotsOf(context, regionId, day);
  const ofYear = lots.filter((lot) => lot.year === year && lot.book === 'special');
  const below = pack?.yearEndBalance.below ?? '1';
  const row = (sourceLevel: SourceLevel | null) => {
    const counted = sourceLevel === null ? ofYear : ofYear.filter((lot) => lot.sourceLevel === sourceLevel);
    return Object.assign(new FundExecution(), { sourceLevel, ...executionOf(counted, below) });
  };
  return [...Object.values(SourceLevel).map(row), row(null)];
}

export async function clockFactsOf(
  context: Context,
  regionIds: readonly string[],
  day: CalendarDay,
): Promise<FundClockFacts[]> {
  const facts = regionIds.map(async (regionId) => {
    const { pack, lots } = await lotsOf(context, regionId, day);
    const due = (pack ? runClocks(pack, lots, day) : []).filter(({ dueOn }) => dueOn < day);
    const ends = pack ? runYearEnds(pack, lots, day) : [];
    const rows = [
      ...due.map(({ clock, lot, dueOn, open }) => [clock.code, lot.id, dueOn, open.toString()]),
      ...ends.map(({ regionId: place, year, dueOn, balance }) => [
        YEAR_END,
        `${place} ${year}`,
        dueOn,
        balance.toString(),
      ]),
    ];
    const kept = due.filter(({ overdue }) => !overdue).length + ends.filter(({ tooHigh }) => !tooHigh).length;
    return Object.assign(new FundClockFacts(), {
      ...{ regionId, due: due.length + ends.length, kept },
      rowsHash: contentHash(rows),
    });
  });
  return Promise.all(facts);
}
