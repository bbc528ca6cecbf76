// Meetings, studies and outings owed in the caller's range: read once a period, handed to the one calculator, told by region.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { obligationBook } from '#platform/graph/obligation-book';
import { type LineCounts, shownObligation } from '#platform/graph/obligation-shape';
import { countsOf } from '#platform/obligation/counts';
import { parsePeriod } from '#platform/obligation/days';
import { linesOf } from '#platform/obligation/obligation-book';
import type { ObligationLine } from '#platform/obligation/obligation-pack';
import { type Evidence, type Exempted, obligationsOf, type Subject } from '#platform/obligation/obligations';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { isWithin, type PathRange, type RegionKind, subtreeOf } from '#platform/vocabulary/region';
import { lettersInRange } from '../letter/letter.loader';
import type { ResponsibilityLetter } from '../letter/responsibility-letter.entity';
import { MeetingObligation, MeetingObligations } from './meeting-obligation.entity';
import { EXEMPTED, HELD, REGIONS_BOUND } from './meeting-obligation.query';

interface BoundRegion {
  id: string;
  kind: RegionKind;
  path: string;
  validFrom: string;
  validTo: string | null;
  today: string;
}

interface Owed {
  lines: readonly ObligationLine[];
  /** in the order of places, lines and turns */
  all: MeetingObligation[];
  /** paths of regions that should have signed a letter of the year and have none in force */
  unsigned: string[];
}

const SIGNING: readonly RegionKind[] = ['district', 'zone', 'town'];

/** The key is a period: one caller has one range. */
const owedInPeriod = defineLoader<Owed>(
  'meetings, studies and outings owed in a period',
  () => ({ lines: [], all: [], unsigned: [] }),
  async (rows, periods, context) => {
    const { lo, hi } = await context.inScope.range();
    const book = await obligationBook(context);
    const found = new Map<string, Owed>();
    for (const period of periods) {
      const { from, until } = parsePeriod(period);
      const turns = book.turnsOf('organisation', { from, until });
      const first = turns
        .flatMap(({ windows }) => windows)
        .reduce((day, each) => (each.from < day ? each.from : day), from);
      const years = [Number(from.slice(0, 4)) - 1, Number(from.slice(0, 4))] as const;
      const [regions, held, exempted, letters] = await Promise.all([
        rows.query<BoundRegion>(REGIONS_BOUND, [lo, hi]),
        rows.query<Evidence & { kind: string }>(HELD, [lo, hi, first, until]),
        rows.query<Exempted & { line: string }>(EXEMPTED, [lo, hi, first, until]),
        lettersInRange(rows, { lo, hi }, years),
      ]);
      const byId = new Map(regions.map((region) => [region.id, region]));
      const ofRegion = groupBy(letters, ({ regionId }) => regionId);
      const today = regions[0]?.today ?? from;
      const all = turns.flatMap(({ line, windows }) =>
        obligationsOf(line, {
          windows,
          subjects: subjectsOf(line, regions, ofRegion),
          evidence: held.filter(({ kind }) => kind === line.evidence),
          exempted: exempted.filter((each) => each.line === line.code),
          today,
        }).map((owed) =>
          Object.assign(shownObligation(new MeetingObligation(), line, owed), {
            path: byId.get(owed.subject)?.path ?? '',
          }),
        ),
      );
      const signed = new Set(
        letters.filter(({ year, boundFrom }) => year === years[1] && boundFrom).map(({ regionId }) => regionId),
      );
      const unsigned = regions
        .filter(({ id, kind }) => SIGNING.includes(kind) && !signed.has(id))
        .map(({ path }) => path);
      found.set(period, { lines: linesOf(turns), all: all.sort(inOrder), unsigned });
    }
    return found;
  },
);

function subjectsOf(
  line: ObligationLine,
  regions: readonly BoundRegion[],
  letters: ReadonlyMap<string, ResponsibilityLetter[]>,
): Subject[] {
  const owing = regions.filter(({ kind }) => line.owedBy.includes(kind));
  if (line.boundBy === 'pack')
    return owing.map(({ id, validFrom, validTo }) => ({ id, boundFrom: validFrom, boundUntil: validTo }));
  return owing.flatMap(({ id }) =>
    (letters.get(id) ?? []).flatMap(({ boundFrom, boundUntil, duties }) =>
      boundFrom && duties.some(({ lines }) => lines.includes(line.code)) ? [{ id, boundFrom, boundUntil }] : [],
    ),
  );
}

const orderOf = ({ path, line, from }: MeetingObligation) => `${path} ${line} ${from}`;
const inOrder = (a: MeetingObligation, b: MeetingObligation) => (orderOf(a) < orderOf(b) ? -1 : 1);

export async function meetingObligationsOf(
  context: Context,
  regionId: string,
  period: string,
): Promise<MeetingObligations> {
  parsePeriod(period);
  const path = context.caller.scope === 'region' ? await context.inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.outOfScope();
  const range = subtreeOf(path);
  const { unsigned } = await owedInPeriod.load(context, period);
  const withoutLetter = unsigned.filter((each) => isWithin(each, range)).length;
  return Object.assign(new MeetingObligations(), { range, period, withoutLetter });
}

export async function countsOfMeetings(context: Context, range: PathRange, period: string): Promise<LineCounts[]> {
  const { lines, all } = await owedInPeriod.load(context, period);
  const byLine = groupBy(
    all.filter(({ path }) => isWithin(path, range)),
    ({ line }) => line,
  );
  return lines.flatMap((line) => {
    const owed = byLine.get(line.code);
    return owed ? [{ line, counts: countsOf(owed) }] : [];
  });
}

export async function listOverdueMeetings(
  context: Context,
  { range, period }: MeetingObligations,
  args: PageArgs,
): Promise<Page<MeetingObligation>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 3)?.join(' ') ?? '';
  const { all } = await owedInPeriod.load(context, period);
  const overdue = all.filter((each) => each.state === 'overdue' && isWithin(each.path, range) && orderOf(each) > after);
  return pageOf(overdue.slice(0, size + 1), size);
}
