// A condition (条件) over facts of a household, a person or a case: written in a pack or a policy, weighed here, and told in both languages.
import { z } from 'zod';

export type FactValue = boolean | number | string | readonly string[];
/** What is not known is absent or null, and no condition holds over it. */
export type FactsHeld = Readonly<Record<string, FactValue | null | undefined>>;

const code = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/);
const option = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const whole = z.int().min(0);

const byPeople = z
  .array(
    z.strictObject({
      /** number of people up to which the row holds; null for all larger households */
      upTo: z.int().min(1).nullable(),
      least: whole,
      most: whole,
      /** both bounds are for each person */
      each: z.boolean(),
    }),
  )
  .min(1);

export const conditionSchema = z.union([
  z.strictObject({ fact: code, is: z.boolean() }),
  z.strictObject({ fact: code, in: z.array(option).min(1) }),
  /** of a list of codes: at least one of these */
  z.strictObject({ fact: code, includes: z.array(option).min(1) }),
  z.strictObject({ fact: code, atLeast: whole.optional(), atMost: whole.optional() }),
  z.strictObject({ fact: code, byPeople }),
]);
export type Condition = z.infer<typeof conditionSchema>;
type PeopleRow = z.infer<typeof byPeople>[number];

export interface Bounds {
  least: number;
  most: number;
}

/** Whole numbers that a condition allows; all of them where it says nothing of numbers. */
export function boundsOf(condition: Condition, facts: FactsHeld): Bounds {
  if ('byPeople' in condition) return boundsByPeople(condition.byPeople, Number(facts.people ?? 0));
  if ('is' in condition || 'in' in condition || 'includes' in condition)
    return { least: 0, most: Number.MAX_SAFE_INTEGER };
  return { least: condition.atLeast ?? 0, most: condition.atMost ?? Number.MAX_SAFE_INTEGER };
}

export function boundsByPeople(rows: readonly PeopleRow[], people: number): Bounds {
  const row = rows.find(({ upTo }) => upTo === null || people <= upTo);
  if (!row || people < 1) return { least: 1, most: 0 };
  const times = row.each ? people : 1;
  return { least: row.least * times, most: row.most * times };
}

export function holds(condition: Condition, facts: FactsHeld): boolean {
  const value = facts[condition.fact];
  if (value === null || value === undefined) return false;
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return typeof value === 'string' && condition.in.includes(value);
  if ('includes' in condition) return Array.isArray(value) && condition.includes.some((each) => value.includes(each));
  const { least, most } = boundsOf(condition, facts);
  return typeof value === 'number' && value >= least && value <= most;
}

/** The value nearest to the present one under which all these conditions over one fact hold; undefined where there is none. */
export function nearestValue(conditions: readonly Condition[], facts: FactsHeld): FactValue | undefined {
  const [first] = conditions;
  if (!first) return undefined;
  const present = facts[first.fact];
  if ('is' in first) return first.is;
  if ('in' in first) return first.in[0];
  if ('includes' in first) return [...(Array.isArray(present) ? present : []), ...first.includes.slice(0, 1)];
  const bounds = conditions.map((condition) => boundsOf(condition, facts));
  const least = Math.max(...bounds.map((each) => each.least));
  const most = Math.min(...bounds.map((each) => each.most));
  if (least > most) return undefined;
  return typeof present === 'number' ? Math.min(Math.max(present, least), most) : least;
}

/** One kind of condition a fact and group, so that the nearest value is found by looking once. */
export function mixedFacts(conditions: readonly Condition[]): string[] {
  const kinds = new Map<string, string>();
  const wrong = new Set<string>();
  for (const condition of conditions) {
    const kind = 'atLeast' in condition || 'atMost' in condition || 'byPeople' in condition ? 'number' : 'choice';
    const before = kinds.get(condition.fact);
    if (before && (before !== kind || kind === 'choice')) wrong.add(condition.fact);
    kinds.set(condition.fact, kind);
  }
  return [...wrong];
}
