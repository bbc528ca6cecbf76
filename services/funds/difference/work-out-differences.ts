// Works out what a changed year makes of its later settlements (差额测算): each anew, in order, by what those before it leave in the running totals.
import type { Rows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { DecidedSettlement } from '../settlement/decided-settlement.entity';
import { differenceOf, isNothing, type Resettled } from '../settlement/difference.rules';
import { resettle } from '../settlement/engines.rules';
import { readDecidingPacks } from '../settlement/find-standing';
import type { RunningTotals } from '../settlement/running-total.rules';
import { Settlement } from '../settlement/settlement.entity';
import { engineVersion } from '../settlement/settlement.rules';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { type StoredInput, textsOfFen } from '../settlement/stored-input.rules';

export interface YearHistory {
  seen: number;
  /** years that the cause moved; those of a settlement beyond them stay as they are */
  years: number[];
  rows: { id: string; stay: boolean; moved: { year: number; name: string; amount: string }[] }[];
}

export interface WorkedLine {
  id: string;
  settlementId: string;
  patientPays: string;
  shares: { layer: string; payer: string; amount: string }[];
  moved: { year: number; name: string; amount: string }[];
  engineVersion: string;
  input: StoredInput;
  outcome: unknown;
}

export async function workOutDifferences(
  rows: Rows,
  causeId: string,
  { rows: standing, years }: YearHistory,
): Promise<WorkedLine[]> {
  const ids = standing.map(({ id }) => id);
  const found = await rows.select(
    DecidedSettlement,
    `where (t.id = any ($1::uuid[]) or t.supplements_id = any ($1::uuid[])) and t.kind <> 'strike' order by t.id`,
    [ids],
  );
  const firsts = new Map(found.map((each) => [each.id, each]));
  const latest = new Map(found.map((each) => [each.supplementsId ?? each.id, each]));
  const changedFrom = await changedSince(rows, causeId);
  const lines: WorkedLine[] = [];
  const course = new Map(years.map((year): [number, YearCourse] => [year, { running: {}, stays: 0 }]));
  for (const { id, stay, moved } of standing) {
    const [first, last] = [firsts.get(id), latest.get(id)];
    if (!first || !last) throw commonRefusals.notFound({ what: '结算 settlement' });
    if (id <= changedFrom) for (const { year, name, amount } of moved) feed(course, year, { [name]: BigInt(amount) });
    else {
      const { line, after } = await again(rows, first, last, course);
      if (line) lines.push(line);
      feed(course, first.year, after.moved);
      feed(course, first.year - 1, after.movedEarlier ?? {});
    }
    if (stay) for (const year of [first.year, first.alsoYear]) countStay(course, year);
  }
  return lines;
}

/** How far a year has come: its running totals, and the stays counted in it. */
interface YearCourse {
  running: RunningTotals;
  stays: number;
}
type Course = Map<number, YearCourse>;

function feed(course: Course, year: number, moved: RunningTotals): void {
  const at = course.get(year);
  if (at) at.running = added(at.running, moved);
}

function countStay(course: Course, year: number | null): void {
  const at = year === null ? undefined : course.get(year);
  if (at) at.stays += 1;
}

/** The same encounter, in the year as it has come now. */
function inputIn(course: Course, year: number, input: StoredInput): StoredInput {
  const at = course.get(year);
  const { earlier, ...own } = input;
  const now = at ? { ...own, running: stored(at.running), facts: { ...own.facts, stayOfYear: at.stays + 1 } } : own;
  if (!earlier) return now;
  return { ...now, earlier: { ...earlier, input: inputIn(course, earlier.year, earlier.input) } };
}

/** What was struck or supplemented: those settled after it are worked out again. */
async function changedSince(rows: Rows, causeId: string): Promise<string> {
  const [cause] = await rows.select(Settlement, 'where t.id = $1', [causeId]);
  return cause?.strikesId ?? cause?.supplementsId ?? causeId;
}

async function again(
  rows: Rows,
  first: DecidedSettlement,
  last: DecidedSettlement,
  course: Course,
): Promise<{ line: WorkedLine | null; after: Resettled }> {
  if (!last.input) throw settlementRefusals.inputNotKept({ engineVersion: last.engineVersion });
  const { pack, earlierPack } = await readDecidingPacks(rows, first, last.input);
  const before = resettle(last.engineVersion, pack, last.input, earlierPack);
  const input = inputIn(course, first.year, last.input);
  const after = resettle(engineVersion, pack, input, earlierPack);
  if (!before || !after) throw settlementRefusals.engineUnknown({ engineVersion: last.engineVersion });
  const difference = differenceOf(before, after);
  if (isNothing(difference)) return { line: null, after };
  const line = {
    id: newId(),
    settlementId: first.id,
    patientPays: difference.patientPays.toString(),
    shares: difference.shares.map((share) => ({ ...share, amount: share.amount.toString() })),
    moved: difference.moved.map(({ name, amount, earlier }) => ({
      year: earlier ? first.year - 1 : first.year,
      name,
      amount: amount.toString(),
    })),
    engineVersion,
    input,
    outcome: after.outcome,
  };
  return { line, after };
}

/** What is zero is left out, as it stands in the stored ones. */
const stored = (totals: RunningTotals): Record<string, string> =>
  textsOfFen(Object.fromEntries(Object.entries(totals).filter(([, fen]) => fen !== 0n)));

function added(one: RunningTotals, other: RunningTotals): RunningTotals {
  const sum: Record<string, bigint> = { ...one };
  for (const [name, fen] of Object.entries(other)) sum[name] = (sum[name] ?? 0n) + fen;
  return sum;
}
