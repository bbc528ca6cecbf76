// Duties of people stationed in villages in the caller's range: read once a period, handed to the one calculator, told by region.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type LineCounts, shownObligation } from '#platform/graph/obligation-shape';
import { countsOf } from '#platform/obligation/counts';
import { parsePeriod } from '#platform/obligation/days';
import { linesOf } from '#platform/obligation/obligation-book';
import { isOwedBy, isOwedByPost, type ObligationLine } from '#platform/obligation/obligation-pack';
import { type Evidence, type Exempted, obligationsOf, type Subject } from '#platform/obligation/obligations';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { isWithin, type PathRange, subtreeOf } from '#platform/vocabulary/region';
import type { StationRole } from '../stationing/station-role.rules';
import { StationObligation, StationObligations } from './station-obligation.entity';
import { ENOUGH, EXEMPTED, STATIONED } from './station-obligation.query';

interface Stationed extends Subject {
  role: StationRole;
  path: string;
  today: string;
}

interface Owed {
  lines: readonly ObligationLine[];
  /** in the order of places, people, lines and turns */
  all: StationObligation[];
}

/** The key is a period: one caller has one range. */
const owedInPeriod = defineLoader<Owed>(
  'duties of people stationed, in a period',
  () => ({ lines: [], all: [] }),
  async (rows, periods, context) => {
    const { lo, hi } = await context.inScope.range();
    const book = await obligationBook(context);
    const found = new Map<string, Owed>();
    for (const period of periods) {
      const asked = parsePeriod(period);
      const turns = book.turnsOf('organisation', asked, isOwedByPost);
      const windows = turns.flatMap((each) => each.windows);
      const first = windows.reduce((day, { from }) => (from < day ? from : day), asked.from);
      const [people, exempted, ...enough] = await Promise.all([
        rows.query<Stationed>(STATIONED, [lo, hi]),
        rows.query<Exempted & { line: string }>(EXEMPTED, [lo, hi, first, asked.until]),
        ...turns.map(({ line, windows: due }) =>
          rows.query<Evidence>(ENOUGH, [
            lo,
            hi,
            due.map(({ from }) => from),
            due.map(({ until }) => until),
            line.evidence,
            line.times,
          ]),
        ),
      ]);
      const pathOf = new Map(people.map(({ id, path }) => [id, path]));
      const today = people[0]?.today ?? asked.from;
      const all = turns.flatMap(({ line, windows: due }, at) =>
        obligationsOf(
          // The database has found the day with which there were enough: that one fact fulfils it.
          { ...line, times: 1 },
          {
            windows: due,
            subjects: people.filter(({ role }) => isOwedBy(line, role)),
            evidence: enough[at] ?? [],
            exempted: exempted.filter((each) => each.line === line.code),
            today,
          },
        ).map((owed) =>
          Object.assign(shownObligation(new StationObligation(), line, owed), { path: pathOf.get(owed.subject) ?? '' }),
        ),
      );
      found.set(period, { lines: linesOf(turns), all: all.sort(inOrder) });
    }
    return found;
  },
);

const orderOf = ({ path, subjectId, line, from }: StationObligation) => `${path} ${subjectId} ${line} ${from}`;
const inOrder = (a: StationObligation, b: StationObligation) => (orderOf(a) < orderOf(b) ? -1 : 1);

export async function stationObligationsOf(
  { caller, inScope }: Context,
  regionId: string,
  period: string,
): Promise<StationObligations> {
  parsePeriod(period);
  const path = caller.scope === 'region' ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.outOfScope();
  return Object.assign(new StationObligations(), { range: subtreeOf(path), period });
}

export async function countsOfStations(context: Context, range: PathRange, period: string): Promise<LineCounts[]> {
  const { lines, all } = await owedInPeriod.load(context, period);
  const within = all.filter(({ path }) => isWithin(path, range));
  const byLine = groupBy(within, ({ line }) => line);
  return lines.flatMap((line) => {
    const owed = byLine.get(line.code);
    return owed ? [{ line, counts: countsOf(owed) }] : [];
  });
}

export async function listOverdueStations(
  context: Context,
  { range, period }: StationObligations,
  args: PageArgs,
): Promise<Page<StationObligation>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 4)?.join(' ') ?? '';
  const { all } = await owedInPeriod.load(context, period);
  const overdue = all.filter((each) => each.state === 'overdue' && isWithin(each.path, range) && orderOf(each) > after);
  return pageOf(overdue.slice(0, size + 1), size);
}

/** What one of them owes in a period, oldest turn first; he is in the caller's range, or he were not told. */
export async function owedByStationing(context: Context, id: string, period: string): Promise<StationObligation[]> {
  parsePeriod(period);
  const { all } = await owedInPeriod.load(context, period);
  return all.filter(({ subjectId }) => subjectId === id);
}
