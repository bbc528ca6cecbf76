// Sums of many regions in one statement each, keyed by range and period.

import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type CalendarDay, parseQuarter } from '#platform/vocabulary/calendar-day';
import type { RegionHouseholds, RegionVisits, StateCount } from './region-households.entity';
import { type RegionRange, regionRanges } from './region-range.query';
import { monthlyVisitsOfRegions, statesOfRegions, visitRowsOfRegions, visitsOfRegions } from './region-summary.query';

/** `on`: rolled up by the managing tree of that day, by today's when null. */
export async function householdsOfRegion(
  context: Context,
  regionId: string,
  year: number,
  on: CalendarDay | null = null,
): Promise<RegionHouseholds> {
  const ranges = await regionRanges(context, regionId, on);
  const parts = await Promise.all(ranges.map((range, at) => statesOf.load(context, keyOf(range, year, on, at))));
  const byState = addStates(parts);
  const inRegister = byState.filter(({ state }) => state !== 'removed');
  const sum = (of: 'households' | 'people') => inRegister.reduce((total, count) => total + count[of], 0);
  return { regionId, on, year, households: sum('households'), people: sum('people'), byState };
}

export async function visitsOfRegion(
  context: Context,
  regionId: string,
  quarter: string,
  on: CalendarDay | null = null,
): Promise<RegionVisits> {
  parseQuarter(quarter);
  const ranges = await regionRanges(context, regionId, on);
  const parts = await Promise.all(ranges.map((range, at) => visitsOf.load(context, keyOf(range, quarter, on, at))));
  const sum = (of: 'owed' | 'done') => parts.reduce((total, part) => total + part[of], 0);
  return { ranges, quarter, owed: sum('owed'), done: sum('done') };
}

/** The same region asked by two trees, or in several ranges, is asked in a statement each: rows are told apart by region. */
function keyOf(range: RegionRange, period: number | string, on: CalendarDay | null, at: number): string {
  return JSON.stringify([range, period, `${on ?? ''} ${at}`]);
}

function addStates(parts: readonly (readonly StateCount[])[]): StateCount[] {
  if (parts.length === 1) return [...(parts[0] ?? [])];
  const sums = new Map<string, StateCount>();
  for (const { state, households, people } of parts.flat()) {
    const sum = sums.get(state) ?? { state, households: 0, people: 0 };
    sums.set(state, { state, households: sum.households + households, people: sum.people + people });
  }
  return [...sums.values()].sort((a, b) => (a.state < b.state ? -1 : 1));
}

/** One statement a line, of which there is one as long as no pack follows within the quarter, for all the regions of a quarter: the windows are the calculator's. */
export async function visitFactsOf(
  context: Context,
  rows: Rows,
  ranges: readonly RegionRange[],
  quarter: string,
): Promise<VisitFact[]> {
  const turns = (await obligationBook(context)).turnsOf('households', parseQuarter(quarter));
  const found = await Promise.all(
    turns.map(({ line, windows }) => {
      const days = [windows.map(({ from }) => from), windows.map(({ until }) => until)];
      const kept = line.times === 1 && windows.every(isMonth);
      const sums = kept ? monthlyVisitsOfRegions : visitsOfRegions(line.times);
      return rows.query<VisitFact>(sums, [...bounds(ranges), ...days, line.code]);
    }),
  );
  const byRegion = groupBy(found.flat(), ({ regionId }) => regionId);
  return ranges.map(({ regionId }) => {
    const facts = byRegion.get(regionId) ?? [];
    const sum = (of: 'owed' | 'done') => facts.reduce((total, fact) => total + fact[of], 0);
    return { regionId, owed: sum('owed'), done: sum('done') };
  });
}

/** Sums are kept by calendar month; a line that counts otherwise is counted over the visits themselves. */
function isMonth({ from, until }: { from: string; until: string }): boolean {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return from.endsWith('-01') && until === next;
}

/** How many visits stand behind the sums, and the hash of their ids: what was counted can be proved later. */
export function visitRowsOf(rows: Rows, ranges: readonly RegionRange[], quarter: string): Promise<VisitRows[]> {
  const { from, until } = parseQuarter(quarter);
  return rows.query<VisitRows>(visitRowsOfRegions, [...bounds(ranges), from, until]);
}

interface VisitRows {
  regionId: string;
  rows: number;
  rowsHash: string;
}

interface VisitFact extends Pick<RegionVisits, 'owed' | 'done'> {
  regionId: string;
}

const statesOf = defineLoader<StateCount[]>(
  'states of regions',
  () => [],
  (rows, keys) =>
    eachPeriod<number, StateCount[]>(keys, async (ranges, year) => {
      const found = await rows.query<StateCount & { id: string }>(statesOfRegions, [...bounds(ranges), year]);
      return groupBy(found, (row) => row.id);
    }),
);

const visitsOf = defineLoader<Pick<RegionVisits, 'owed' | 'done'>>(
  'visits of regions',
  () => ({ owed: 0, done: 0 }),
  (rows, keys, context) =>
    eachPeriod<string, Pick<RegionVisits, 'owed' | 'done'>>(keys, async (ranges, quarter) =>
      mapBy(await visitFactsOf(context, rows, ranges, quarter), (fact) => fact.regionId),
    ),
);

/** A query seldom asks for more than one period; each is one statement. */
export async function eachPeriod<P, V>(
  keys: readonly string[],
  load: (ranges: RegionRange[], period: P) => Promise<Map<string, V>>,
): Promise<Map<string, V>> {
  const asked = keys.map((key) => ({ key, parsed: JSON.parse(key) as [RegionRange, P, string] }));
  const found = new Map<string, V>();
  for (const group of groupBy(asked, ({ parsed }) => `${parsed[1]} ${parsed[2]}`).values()) {
    const period = group[0]?.parsed[1] as P;
    const values = await load(
      group.map(({ parsed }) => parsed[0]),
      period,
    );
    for (const { key, parsed } of group) {
      const value = values.get(parsed[0].regionId);
      if (value !== undefined) found.set(key, value);
    }
  }
  return found;
}

export function bounds(ranges: readonly RegionRange[]): [string[], string[], string[]] {
  return [ranges.map((range) => range.regionId), ranges.map((range) => range.lo), ranges.map((range) => range.hi)];
}
