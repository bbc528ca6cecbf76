// Visits owed and what became of them: by household through the calculator itself, by region through the same windows in SQL.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { byLine, type LineCounts, shownObligation } from '#platform/graph/obligation-shape';
import { noCounts } from '#platform/obligation/counts';
import { lastDayOf, parsePeriod } from '#platform/obligation/days';
import type { Turns } from '#platform/obligation/obligation-book';
import { type Evidence, type Exempted, obligationsOf, type Subject } from '#platform/obligation/obligations';
import { isId } from '#platform/vocabulary/id';
import { bounds, eachPeriod } from '../region-summary/region-summary.loader';
import { VisitObligation, type VisitObligations } from './visit-obligation.entity';
import {
  exemptionsGiven,
  householdsOwed,
  overdueVisits,
  pairingsHeld,
  visitCountsOfRegions,
  visitsDone,
} from './visit-obligation.query';

const turnsIn = async (context: Context, period: string): Promise<Turns[]> =>
  (await obligationBook(context)).turnsOf('households', parsePeriod(period));

export const householdPeriod = (householdId: string, period: string) => `${householdId} ${period}`;

/** One household's, oldest first: subjects, evidence and exemptions handed to the one calculator. */
export const obligationsOfHousehold = defineLoader<VisitObligation[]>(
  'visit obligations of a household',
  () => [],
  async (rows, keys, context) => {
    const found = new Map<string, VisitObligation[]>();
    const asked = groupBy(keys, (key) => key.split(' ')[1] ?? '');
    for (const [period, ofPeriod] of asked) {
      const ids = ofPeriod.map((key) => key.split(' ')[0] ?? '');
      const turns = await turnsIn(context, period);
      const windows = turns.flatMap((each) => each.windows);
      if (windows.length === 0) continue;
      const from = windows.reduce((first, each) => (each.from < first ? each.from : first), '9');
      const until = windows.reduce((last, each) => (each.until > last ? each.until : last), '0');
      const [subjects, evidence, exempted, pairings] = await Promise.all([
        rows.query<Owed>(householdsOwed, [ids]),
        rows.query<Evidence>(visitsDone, [ids, from, until]),
        rows.query<Exempted & { line: string }>(exemptionsGiven, [ids, from, until]),
        rows.query<Held>(pairingsHeld, [ids, from, until]),
      ]);
      const today = subjects[0]?.today ?? from;
      const held = groupBy(pairings, ({ householdId }) => householdId);
      const bound = subjects.map((each) => ({ ...each, boundUntil: null }));
      const all = turns.flatMap(({ line, windows: due }) => {
        const exempt = exempted.filter((each) => each.line === line.code);
        return obligationsOf(line, { windows: due, subjects: bound, evidence, exempted: exempt, today }).map((owed) =>
          Object.assign(shownObligation(new VisitObligation(), line, owed), {
            helperId: helperOn(held.get(owed.subject) ?? [], least(lastDayOf(owed.window), today)),
          }),
        );
      });
      for (const [id, owed] of groupBy(all, ({ subjectId }) => subjectId)) found.set(householdPeriod(id, period), owed);
    }
    return found;
  },
);

interface Owed extends Omit<Subject, 'boundUntil'> {
  today: string;
}

interface Held {
  householdId: string;
  helperId: string;
  validFrom: string;
  validTo: string | null;
}

const least = (a: string, b: string) => (a < b ? a : b);

function helperOn(pairings: readonly Held[], day: string): string | null {
  const held = pairings.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  return held?.helperId ?? null;
}

/** By line, of a region or a helper; one statement a line and period for all the regions asked for. */
export function countsOfVisits(context: Context, { range, period }: VisitObligations): Promise<LineCounts[]> {
  return countsOf.load(context, JSON.stringify([range, period]));
}

const countsOf = defineLoader<LineCounts[]>(
  'counts of visits owed',
  () => [],
  (rows, keys, context) =>
    eachPeriod<string, LineCounts[]>(keys, async (ranges, period) => {
      const found = new Map<string, LineCounts[]>(ranges.map(({ regionId }) => [regionId, []]));
      for (const { line, windows } of await turnsIn(context, period)) {
        const days = [windows.map(({ from }) => from), windows.map(({ until }) => until)];
        const sql = [...bounds(ranges), ...days, line.code, line.times];
        const counted = await rows.query<{ regionId: string } & LineCounts['counts']>(visitCountsOfRegions, sql);
        for (const { regionId, fulfilled, exempt, overdue, due } of mapBy(counted, (each) => each.regionId).values())
          found.get(regionId)?.push({ line, counts: { ...noCounts(), fulfilled, exempt, overdue, due } });
      }
      for (const [regionId, lines] of found) found.set(regionId, byLine(lines));
      return found;
    }),
);

/** A page of what is overdue, in the order of places; each row is told by the calculator. */
export async function listOverdueVisits(
  context: Context,
  { range, period }: VisitObligations,
  args: PageArgs,
): Promise<Page<VisitObligation & { path: string }>> {
  const size = pageSize(args.first);
  const [path = null, last = null, from = null, line = null] = keysOf(args.after, 4) ?? [];
  if (last !== null && !(isId(last) && /^\d{4}-\d{2}-\d{2}$/.test(from ?? ''))) throw foreignCursor();
  const windows = (await turnsIn(context, period)).flatMap((turns) =>
    turns.windows.map((window) => ({ ...window, line: turns.line.code, times: turns.line.times })),
  );
  const column = (of: 'line' | 'from' | 'until' | 'times') => windows.map((window) => window[of]);
  const found = await context.inScope.read((rows) =>
    rows.query<{ householdId: string; path: string; line: string; from: string }>(overdueVisits, [
      ...(['line', 'from', 'until', 'times'] as const).map(column),
      range.lo,
      range.hi,
      size + 1,
      path,
      last,
      from,
      line,
    ]),
  );
  const rows = await Promise.all(
    found.map(async (row) => {
      const owed = await obligationsOfHousehold.load(context, householdPeriod(row.householdId, period));
      const obligation = owed.find((each) => each.line === row.line && each.from === row.from);
      return obligation ? [Object.assign(obligation, { path: row.path })] : [];
    }),
  );
  return pageOf(rows.flat(), size);
}
