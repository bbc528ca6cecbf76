// Income of a household in a year (家庭收入): its period, what adds up and what is taken off, and how much that is a head.
import { type Fen, sumOf } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import { registerRefusals } from '../register-refusals.rules';

export const incomeKinds = ['wages', 'business', 'property', 'transfers'] as const;
export type IncomeForm = Record<(typeof incomeKinds)[number] | 'productionCost', Fen>;

/** From 1 October of the year before to 30 September (collection guides of the yearly adjustment). */
export function incomePeriod(year: number): { from: string; to: string } {
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` };
}

const MOST: Fen = 1_000_000_000n;

/** Income is told once its period is over; one-off gifts and medical reimbursements are no income and have no place in the form. */
export function checkIncome(form: IncomeForm, year: number, registeredOn: string, today: string): IncomeForm {
  const { to } = incomePeriod(year);
  if (to >= today || to < registeredOn) throw registerRefusals.incomeOutOfTime({ year, to, registeredOn });
  for (const field of [...incomeKinds, 'productionCost'] as const)
    if (form[field] < 0n || form[field] > MOST)
      throw invalidInput(field, '须为 0 至 1000 万元', 'is 0 to 10 million yuan');
  return form;
}

export function netOf(form: IncomeForm): Fen {
  return sumOf(incomeKinds.map((kind) => form[kind])) - form.productionCost;
}

/** Half up to the fen, away from zero for a loss, as every amount here. */
export function perHead(net: Fen, members: number): Fen {
  const many = BigInt(members);
  const sign = net < 0n ? -1n : 1n;
  return (sign * (2n * sign * net + many)) / (2n * many);
}

export interface FormerIncome {
  ordinal: number;
  outcome: string | null;
}

/** What is told again after a return, or corrects what was confirmed, is a row of its own; while one waits there is no other. */
export function nextOrdinal(last: FormerIncome | null): number {
  if (last && last.outcome === null) throw registerRefusals.incomeWaits();
  return (last?.ordinal ?? 0) + 1;
}
