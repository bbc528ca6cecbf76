// The first engine, kept as it was: Running totals (年度累计) of one person in one insurance year: what each layer of a policy has used up, and what the patient has borne.
import { type Fen, sumOf } from '#platform/vocabulary/money';
import { feedParts, type HospitalGrade, hospitalGrades, type PolicyLayer } from './policy-1.rules';

/** By the names that the layers' `feeds` give, and the `patient-borne/…` ones below; an absent name is zero. */
export type RunningTotals = Readonly<Record<string, Fen>>;

export const borneParts = ['in-policy', 'out-of-policy'] as const;
export type BornePart = (typeof borneParts)[number];

const borneName = (part: BornePart, grade: HospitalGrade) => `patient-borne/${part}/${grade}`;

export function readTotal(running: RunningTotals, name: string | undefined): Fen {
  return name === undefined ? 0n : (running[name] ?? 0n);
}

/** What the patient has borne this year, of these parts, at hospitals of these grades. */
export function borneOf(
  running: RunningTotals,
  parts: readonly BornePart[] = borneParts,
  grades: readonly HospitalGrade[] = hospitalGrades,
): Fen {
  return sumOf(parts.flatMap((part) => grades.map((grade) => readTotal(running, borneName(part, grade)))));
}

export function feedLayer(
  running: RunningTotals,
  layer: PolicyLayer,
  amounts: Record<(typeof feedParts)[number], Fen>,
): RunningTotals {
  const after: Record<string, Fen> = { ...running };
  for (const part of feedParts) {
    const name = layer.feeds[part];
    if (name !== undefined) after[name] = readTotal(after, name) + amounts[part];
  }
  return after;
}

export function feedPatient(
  running: RunningTotals,
  grade: HospitalGrade,
  borne: Record<BornePart, Fen>,
): RunningTotals {
  const after: Record<string, Fen> = { ...running };
  for (const part of borneParts) {
    const name = borneName(part, grade);
    after[name] = readTotal(after, name) + borne[part];
  }
  return after;
}

/** Only the totals that this layer feeds: what its explanation shows before and after. */
export function totalsOfLayer(running: RunningTotals, layer: PolicyLayer): RunningTotals {
  const names = feedParts.flatMap((part) => layer.feeds[part] ?? []);
  return Object.fromEntries(names.map((name) => [name, readTotal(running, name)]));
}
