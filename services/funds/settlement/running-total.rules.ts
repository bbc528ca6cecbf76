// Running totals (年度累计) of one person in one insurance year: what each layer of a policy has used up, and what the patient has borne.
import { type Fen, sumOf } from '#platform/vocabulary/money';
import { type HospitalGrade, type HospitalLevel, hospitalGrades } from '../settlement-policy/encounter-facts.rules';
import { feedParts, type PolicyLayer } from '../settlement-policy/policy-layer.rules';
import type { PolicyPack } from '../settlement-policy/settlement-policy.rules';
import type { FedBy } from '../settlement-policy/year-total.rules';
import type { FeeAmounts } from './stay-fees.rules';

/** By the names that the layers' `feeds` give, and the `patient-borne…` ones below; an absent name is zero. */
export type RunningTotals = Readonly<Record<string, Fen>>;

export const borneParts = ['in-policy', 'out-of-policy'] as const;
export type BornePart = (typeof borneParts)[number];

const byGrade = (part: BornePart, grade: HospitalGrade) => `patient-borne/${part}/${grade}`;
const byLevel = (part: BornePart, level: HospitalLevel) => `patient-borne-at/${part}/${level}`;

export function readTotal(running: RunningTotals, name: string | undefined): Fen {
  return name === undefined ? 0n : (running[name] ?? 0n);
}

/** What the patient has borne this year, of these parts, at hospitals of these grades. */
export function borneOf(
  running: RunningTotals,
  parts: readonly BornePart[] = borneParts,
  grades: readonly HospitalGrade[] = hospitalGrades,
): Fen {
  return sumOf(parts.flatMap((part) => grades.map((grade) => readTotal(running, byGrade(part, grade)))));
}

export function borneAt(running: RunningTotals, parts: readonly BornePart[], level: HospitalLevel): Fen {
  return sumOf(parts.map((part) => readTotal(running, byLevel(part, level))));
}

const add = (running: RunningTotals, moves: readonly (readonly [string, Fen])[]): RunningTotals => {
  const after: Record<string, Fen> = { ...running };
  for (const [name, amount] of moves) after[name] = readTotal(after, name) + amount;
  return after;
};

/** Amounts of a layer by what they are called in a list of totals. */
export type LayerAmounts = Readonly<Record<Exclude<FedBy['part'], 'first-borne' | 'above-limit'>, Fen>>;

/** The totals that nobody lists: each is fed by the layer that reads it, at once, so that two layers of one payer share one cap. */
export function feedLayer(
  running: RunningTotals,
  layer: PolicyLayer,
  amounts: LayerAmounts,
  listed: ReadonlySet<string>,
): RunningTotals {
  return add(
    running,
    feedParts.flatMap((part) => {
      const name = layer.feeds[part];
      return name === undefined || listed.has(name) ? [] : [[name, amounts[part]] as const];
    }),
  );
}

export const listedTotals = ({ totals = [] }: PolicyPack): ReadonlySet<string> =>
  new Set(totals.map(({ name }) => name));

/** The listed totals move when the whole encounter is settled. */
export function feedListed(
  running: RunningTotals,
  { totals = [] }: PolicyPack,
  amounts: ReadonlyMap<string, LayerAmounts>,
  fees: FeeAmounts,
): RunningTotals {
  const amountOf = ({ layer, part }: FedBy): Fen => {
    if (part === 'first-borne' || part === 'above-limit') return fees[part];
    return amounts.get(layer ?? '')?.[part] ?? 0n;
  };
  return add(
    running,
    totals.map(({ name, fedBy }) => [name, sumOf(fedBy.map(amountOf))] as const),
  );
}

export function feedPatient(
  running: RunningTotals,
  at: { hospitalGrade: HospitalGrade; hospitalLevel: HospitalLevel | null },
  borne: Record<BornePart, Fen>,
): RunningTotals {
  const { hospitalGrade, hospitalLevel } = at;
  return add(
    running,
    borneParts.flatMap((part) => [
      [byGrade(part, hospitalGrade), borne[part]] as const,
      ...(hospitalLevel === null ? [] : [[byLevel(part, hospitalLevel), borne[part]] as const]),
    ]),
  );
}

/** Only the totals that this layer reads: what its explanation shows before and after. */
export function totalsOfLayer(running: RunningTotals, layer: PolicyLayer): RunningTotals {
  const names = feedParts.flatMap((part) => layer.feeds[part] ?? []);
  return Object.fromEntries(names.map((name) => [name, readTotal(running, name)]));
}
