// What a bill consists of (费用构成): parts in and out of policy, and what the hospital bears because nobody consented to it.
import { type Fen, formatYuan, sumOf } from '#platform/vocabulary/money';
import { refusals } from '../refusals';
import { type FeePart, feeParts, inPolicyParts, outOfPolicyParts } from '../settlement-policy/encounter-facts.rules';

export type FeeAmounts = Readonly<Record<FeePart, Fen>>;

export interface StayFees {
  bill: Fen;
  parts: FeeAmounts;
  /** self-funded without the patient's written consent (未签字同意的自费项目): the hospital's, before any layer */
  unconsented: Fen;
}

export const noFees: FeeAmounts = { 'class-a': 0n, 'class-b': 0n, 'above-limit': 0n, 'first-borne': 0n, 'class-c': 0n };

export const sumParts = (parts: readonly FeePart[], amounts: FeeAmounts): Fen =>
  sumOf(parts.map((part) => amounts[part]));
export const inPolicyOf = (amounts: FeeAmounts) => sumParts(inPolicyParts, amounts);
export const outOfPolicyOf = (amounts: FeeAmounts) => sumParts(outOfPolicyParts, amounts);

/** Bills of which no more is known than what is in policy and what is not. */
export function feesOf(inPolicy: Fen, outOfPolicy: Fen): StayFees {
  return {
    bill: inPolicy + outOfPolicy,
    parts: { ...noFees, 'class-a': inPolicy, 'class-c': outOfPolicy },
    unconsented: 0n,
  };
}

export interface FeeParts {
  amount: Fen;
  parts: Partial<FeeAmounts>;
  unconsented?: Fen;
}

export function feesOfLines(lines: Iterable<FeeParts>): StayFees {
  const parts: Record<FeePart, Fen> = { ...noFees };
  let [bill, unconsented] = [0n, 0n];
  for (const line of lines) {
    bill += line.amount;
    unconsented += line.unconsented ?? 0n;
    for (const part of feeParts) parts[part] += line.parts[part] ?? 0n;
  }
  return { bill, parts, unconsented };
}

export function checkFees({ bill, parts, unconsented }: StayFees): void {
  const negative = feeParts.find((part) => parts[part] < 0n) ?? (unconsented < 0n ? 'unconsented' : undefined);
  const sum = sumParts(feeParts, parts) + unconsented;
  const field = negative ?? (sum === bill ? null : 'bill');
  if (field === null) return;
  throw refusals.feesDoNotSum({
    field,
    bill: formatYuan(bill),
    inPolicy: formatYuan(inPolicyOf(parts)),
    outOfPolicy: formatYuan(outOfPolicyOf(parts) + unconsented),
  });
}

export interface Taken {
  taken: FeeAmounts;
  left: FeeAmounts;
}

/**
 * What is in policy is taken first, then in the order in which the parts are listed. Assumed: no published rule says which, and a later
 * layer on one of the two residuals depends on it; in policy is what public money is meant for first.
 */
export function takeFrom(parts: readonly FeePart[], amounts: FeeAmounts, whole: Fen): Taken {
  const taken: Record<FeePart, Fen> = { ...noFees };
  const left: Record<FeePart, Fen> = { ...amounts };
  let open = whole;
  for (const part of feeParts) {
    if (open === 0n) break;
    if (!parts.includes(part)) continue;
    const some = open < left[part] ? open : left[part];
    taken[part] = some;
    left[part] -= some;
    open -= some;
  }
  return { taken, left };
}
