// What a policy would have made of past stays (政策测算): a person's stays anew, in the order in which they were settled, each by what those before it leave in the totals of the year.
import { holdsOn, type PackEnvelope } from '#platform/vocabulary/pack';
import { Refusal } from '#platform/vocabulary/refusal';
import { movesOf, type Standing } from '../settlement/difference.rules';
import { resettle } from '../settlement/engines.rules';
import type { RunningTotals } from '../settlement/running-total.rules';
import { engineVersion, settle } from '../settlement/settlement.rules';
import { readInput, type StoredInput } from '../settlement/stored-input.rules';
import { type StoredOutcome, sharesOf, storedOutcome } from '../settlement/told-outcome.rules';
import { lastDayOf, yearOf } from '../settlement/two-years.rules';
import { insuranceYearOf, type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { PastStay } from './past-stay.rules';
import { PersonCourse } from './year-course.rules';

export type SimulatedPeriod = Pick<PackEnvelope, 'effectiveFrom' | 'effectiveTo'>;

export interface Draft {
  pack: PolicyPack;
  hash: string;
  period: SimulatedPeriod;
}

export interface SettledAnew extends Standing {
  year: number;
  /** worked out only for those that are shown */
  explain(): StoredOutcome;
}

export interface SimulatedStay {
  past: PastStay;
  /** null where it could not be settled anew: `left` says why, by a code */
  anew: SettledAnew | null;
  left: string | null;
}

/** Stays of one person, all of them, in their order; answers those that the period has. */
export function resettleYears(draft: Draft, stays: readonly PastStay[]): SimulatedStay[] {
  const course = new PersonCourse();
  const open = new Set(stays.filter((stay) => stay.open).flatMap(yearsOf));
  const simulated: SimulatedStay[] = [];
  for (const past of stays) {
    const isAsked =
      past.inside && holdsOn(draft.period, draft.pack.dateBasis === 'discharge' ? past.dischargedOn : past.admittedOn);
    const found = isAsked ? tryAnew(draft, past, course, open) : null;
    if (found) simulated.push(found);
    const anew = found?.anew;
    if (anew) {
      course.feed(anew.year, anew.moved);
      course.feed(anew.year - 1, anew.movedEarlier ?? {});
    } else for (const [year, name, fen] of past.moved) course.feed(year, { [name]: BigInt(fen) });
    if (past.encounter !== 'stay') continue;
    for (const year of anew ? [anew.year, ...(anew.movedEarlier ? [anew.year - 1] : [])] : yearsOf(past))
      course.count(year);
  }
  return simulated;
}

const yearsOf = ({ year, alsoYear }: PastStay): number[] => (alsoYear === null ? [year] : [alsoYear, year]);

function tryAnew(draft: Draft, past: PastStay, course: PersonCourse, open: ReadonlySet<number>): SimulatedStay {
  const left = (why: string): SimulatedStay => ({ past, anew: null, left: why });
  if (!past.input) return left('INPUT_NOT_KEPT');
  if (yearsOf(past).some((year) => open.has(year))) return left('DIFFERENCES_OPEN');
  const { disease } = past.input.facts;
  if (disease !== null && !draft.pack.outpatient?.diseases.some(({ code }) => code === disease))
    return left('DISEASE_NOT_LISTED');
  try {
    return { past, anew: settledAnew(draft, past, past.input, course), left: null };
  } catch (error) {
    if (error instanceof Refusal) return left(error.code);
    throw error;
  }
}

function settledAnew(draft: Draft, past: PastStay, kept: StoredInput, course: PersonCourse): SettledAnew | null {
  const { pack } = draft;
  // By the very pack that decided it a stay is parted as it was.
  const isSame = draft.hash === past.packHash;
  const year = isSame ? past.year : insuranceYearOf(pack, past);
  const { earlier, ...own } = kept;
  if (earlier && (isSame || pack.yearBasis === 'split')) {
    const before = holdsOn(draft.period, lastDayOf(earlier.year)) ? pack : parsePolicyPack(past.earlierPack);
    const input = {
      ...inYear(own, course, year),
      earlier: { ...earlier, input: inYear(earlier.input, course, earlier.year) },
    };
    const both = resettle(engineVersion, pack, input, before);
    return both && { ...both, year, explain: () => both.outcome };
  }
  // Which fees were of which year was not kept, because nobody asked.
  if (!isSame && !earlier && pack.yearBasis === 'split' && yearOf(past.admittedOn) !== yearOf(past.dischargedOn))
    throw new Refusal('FEE_DAY_MISSING', { zh: '', en: '' });
  const whole = earlier ? { ...own, fees: joined(own.fees, earlier.input.fees) } : own;
  const input = { ...readInput(pack, { ...whole, running: {} }), running: course.of(year).running };
  input.facts = { ...input.facts, stayOfYear: course.of(year).stays + 1 };
  const outcome = settle(input);
  return {
    year,
    shares: sharesOf(outcome),
    patientPays: outcome.patientPays,
    moved: movesOf(input.running, outcome.runningAfter),
    explain: () => storedOutcome(outcome, input.facts.tags),
  };
}

function inYear(input: StoredInput, course: PersonCourse, year: number): StoredInput {
  const { running, stays } = course.of(year);
  return { ...input, running: textsOf(running), facts: { ...input.facts, stayOfYear: stays + 1 } };
}

/** As stored inputs have them: what is nothing is left out. */
const textsOf = (totals: RunningTotals): Record<string, string> =>
  Object.fromEntries(Object.entries(totals).flatMap(([name, fen]) => (fen === 0n ? [] : [[name, fen.toString()]])));

type Fees = StoredInput['fees'];

/** A draft that does not split takes the bill as one. */
function joined(one: Fees, other: Fees): Fees {
  const sum = (a = '0', b = '0') => (BigInt(a) + BigInt(b)).toString();
  const parts = Object.keys({ ...one.parts, ...other.parts }).map((part) => [
    part,
    sum(one.parts[part], other.parts[part]),
  ]);
  return {
    bill: sum(one.bill, other.bill),
    parts: Object.fromEntries(parts),
    unconsented: sum(one.unconsented, other.unconsented),
  };
}
