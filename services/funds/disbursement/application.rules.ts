// What an application may ask for: each household once, amounts above zero, nobody who was removed from the register.
import type { Fen } from '#platform/vocabulary/money';
import { refusals } from '../refusals';

export function checkApplication(lines: readonly { householdId: string; amount: Fen }[]): void {
  const lineOf = new Map<string, number>();
  for (const [at, { householdId, amount }] of lines.entries()) {
    if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount', householdId });
    const before = lineOf.get(householdId);
    if (before) throw refusals.householdRepeated({ field: 'lines', before, line: at + 1 });
    lineOf.set(householdId, at + 1);
  }
}

/** A lifted household keeps its benefits (脱贫不脱政策); one that was removed (清退) was never entitled. */
export function checkPayable({ state, number }: { state: string | null; number: string }): void {
  if (state === 'removed') throw refusals.householdRemoved({ number });
}
