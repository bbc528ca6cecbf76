// The clocks and the execution of regions (地区时限与进度): lots as they stood on the day, weighed by the pack that held then.
import type { Context } from '#platform/graph/context';
import type { CalendarDay } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { SourceLevel } from '../allotment/allotment.rules';
import { regionKey } from '../region-day/region-ranges.query';
import { FundAlert, FundClockFacts, FundExecution } from './fund-alert.entity';
import { type LotsOnDay, lotsOfRegionDay } from './lots-on-day.loader';
import { executionOf, runClocks } from './run-clocks.rules';

async function lotsOf(context: Context, regionId: string, day: CalendarDay): Promise<LotsOnDay> {
  const found = await lotsOfRegionDay.load(context, regionKey(regionId, day, null));
  if (!found) throw commonRefusals.outOfScope();
  return found;
}

const daysBetween = (from: CalendarDay, to: CalendarDay) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export async function alertsOfRegion(context: Context, regionId: string, day: CalendarDay): Promise<FundAlert[]> {
  const { pack, lots } = await lotsOf(context, regionId, day);
  if (!pack) return [];
  return runClocks(pack, lots, day)
    .filter(({ overdue }) => overdue)
    .map(({ clock, lot, dueOn, open }) =>
      Object.assign(new FundAlert(), {
        ...{ lotId: lot.id, regionId: lot.regionId, order: `${lot.path} ${lot.id} ${clock.code}` },
        ...{ clock: clock.code, title: `${clock.title.zh} · ${clock.title.en}`, dueOn, open },
        daysOverdue: daysBetween(dueOn, day),
      }),
    )
    .sort((one, other) => (one.order < other.order ? -1 : 1));
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
    const rows = due.map(({ clock, lot, dueOn, open }) => [clock.code, lot.id, dueOn, open.toString()]);
    return Object.assign(new FundClockFacts(), {
      ...{ regionId, due: due.length, kept: due.filter(({ overdue }) => !overdue).length },
      rowsHash: contentHash(rows),
    });
  });
  return Promise.all(facts);
}
