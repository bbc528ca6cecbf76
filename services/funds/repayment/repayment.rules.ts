// A repayment agreement (还款协议): what the patient could not pay on leaving, in monthly parts; the last takes what does not divide.
import type { Fen } from '#platform/vocabulary/money';

export interface Agreed {
  amount: Fen;
  instalments: number;
  firstDueOn: string;
}

export interface Instalment {
  number: number;
  dueOn: string;
  amount: Fen;
}

export function instalmentsOf({ amount, instalments, firstDueOn }: Agreed): Instalment[] {
  const part = amount / BigInt(instalments);
  return Array.from({ length: instalments }, (_, at) => ({
    number: at + 1,
    dueOn: monthsAfter(firstDueOn, at),
    amount: at === instalments - 1 ? amount - part * BigInt(instalments - 1) : part,
  }));
}

/** What should have been paid by a day and was not. */
export function overdueOn(agreed: Agreed, paid: Fen, today: string): Fen {
  const due = instalmentsOf(agreed)
    .filter(({ dueOn }) => dueOn < today)
    .reduce((sum, { amount }) => sum + amount, 0n);
  return due > paid ? due - paid : 0n;
}

/** What is left of what an agreement stands for. */
export const openOf = (owed: Fen, paid: Fen): Fen => (owed > paid ? owed - paid : 0n);

/** The same day of a later month, or its last: from 31 January to 28 February. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(Math.min(of, last)).padStart(2, '0')}`;
}
