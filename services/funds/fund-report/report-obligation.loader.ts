// Fund reports owed in the caller's range: who is bound is asked of organisation, what was reported is read here, the calculator decides.

import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type LineCounts, shownObligation } from '#platform/graph/obligation-shape';
import { countsOf } from '#platform/obligation/counts';
import { parsePeriod } from '#platform/obligation/days';
import { linesOf } from '#platform/obligation/obligation-book';
import type { ObligationLine } from '#platform/obligation/obligation-pack';
import { type Evidence, type Exempted, obligationsOf } from '#platform/obligation/obligations';
import { addDays } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { isWithin, type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { ReportObligation, ReportObligations } from './report-obligation.entity';

interface Binding {
  regionId: string;
  boundFrom: string;
  boundUntil: string;
  lines: string[];
}

interface Owed {
  lines: readonly ObligationLine[];
  all: ReportObligation[];
}

const BINDINGS = 'query($years:[Int!]!){letterBindings(years:$years){regionId boundFrom boundUntil lines}}';
const PLACES = `select s.region_id as id, s.path, s.kind, ${TODAY} as today
  from funds.scope s where s.region_id = any($1::uuid[])`;
/** By the day of the report; it counts once it is confirmed. */
const REPORTED = `select r.id, r.region_id as subject, (r.reported_at at time zone 'Asia/Shanghai')::date as "on", r.month as turn
  from funds.fund_report r where r.path >= $1 and r.path < $2 and r.month >= $3 and r.month < $4 and r.confirmed_at is not null`;
const EXEMPTED = `select x.line, x.subject_id as subject, x.window_from as "from" from funds.obligation_exemption x
  where x.path >= $1 and x.path < $2 and x.outcome = 'approved' and x.window_from >= $3 and x.window_from < $4`;

/** The key is a period: one caller has one range. */
const owedInPeriod = defineLoader<Owed>(
  'fund reports owed in a period',
  () => ({ lines: [], all: [] }),
  async (rows, periods, context) => {
    const { lo, hi } = await context.inScope.range();
    const found = new Map<string, Owed>();
    for (const period of periods) {
      const { from, until } = parsePeriod(period);
      const year = Number(from.slice(0, 4));
      const turns = (await obligationBook(context)).turnsOf('funds', { from, until });
      const asked = { years: [year - 1, year] };
      const { letterBindings } = await context.ask<{ letterBindings: Binding[] }>('organisation', BINDINGS, asked);
      const first = addDays(from, -62);
      const [places, reported, exempted] = await Promise.all([
        rows.query<{ id: string; path: string; kind: string; today: string }>(PLACES, [
          letterBindings.map((each) => each.regionId),
        ]),
        rows.query<Evidence>(REPORTED, [lo, hi, first.slice(0, 7), until.slice(0, 7)]),
        rows.query<Exempted & { line: string }>(EXEMPTED, [lo, hi, first, until]),
      ]);
      const placeOf = new Map(places.map((place) => [place.id, place]));
      const all = turns.flatMap(({ line, windows }) => {
        const owing = (id: string) => line.owedBy.some((kind) => kind === placeOf.get(id)?.kind);
        const subjects = letterBindings
          .filter(({ regionId, lines }) => lines.includes(line.code) && owing(regionId))
          .map(({ regionId, boundFrom, boundUntil }) => ({ id: regionId, boundFrom, boundUntil }));
        const exempt = exempted.filter((each) => each.line === line.code);
        const grounds = { windows, subjects, evidence: reported, exempted: exempt, today: places[0]?.today ?? from };
        return obligationsOf(line, grounds).map((owed) =>
          Object.assign(shownObligation(new ReportObligation(), line, owed), {
            path: placeOf.get(owed.subject)?.path ?? '',
          }),
        );
      });
      found.set(period, { lines: linesOf(turns), all: all.sort(inOrder) });
    }
    return found;
  },
);

const orderOf = ({ path, line, from }: ReportObligation) => `${path} ${line} ${from}`;
const inOrder = (a: ReportObligation, b: ReportObligation) => (orderOf(a) < orderOf(b) ? -1 : 1);

export async function reportObligationsOf(
  context: Context,
  regionId: string,
  period: string,
): Promise<ReportObligations> {
  parsePeriod(period);
  const path = context.caller.scope === 'region' ? await context.inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.outOfScope();
  return Object.assign(new ReportObligations(), { range: subtreeOf(path), period });
}

export async function countsOfReports(context: Context, range: PathRange, period: string): Promise<LineCounts[]> {
  const { lines, all } = await owedInPeriod.load(context, period);
  return lines.flatMap((line) => {
    const owed = all.filter((each) => each.line === line.code && isWithin(each.path, range));
    return owed.length > 0 ? [{ line, counts: countsOf(owed) }] : [];
  });
}

export async function listOverdueReports(
  context: Context,
  { range, period }: ReportObligations,
  args: PageArgs,
): Promise<Page<ReportObligation>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 3)?.join(' ') ?? '';
  const { all } = await owedInPeriod.load(context, period);
  const overdue = all.filter((each) => each.state === 'overdue' && isWithin(each.path, range) && orderOf(each) > after);
  return pageOf(overdue.slice(0, size + 1), size);
}
