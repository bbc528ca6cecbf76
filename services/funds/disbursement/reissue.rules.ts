// What may be re-issued (重发): what came back of a paid batch, is not re-issued already, and was not recovered from somebody who was not entitled.
import type { Fen } from '#platform/vocabulary/money';
import { refusals } from '../refusals';
import type { DisbursementState } from './disbursement.rules';
import { flowRefusals } from './flow-refusals.rules';

export interface CameBack {
  lineId: string;
  householdId: string;
  returned: Fen;
  /** what of it stands in a batch that was neither rejected nor withdrawn */
  reissued: Fen;
  /** a recovery (追回) of the line stands */
  recovered: boolean;
}

const wasPaid: readonly DisbursementState[] = ['paid', 'part-returned', 'returned'];

/** The households with what is open of each; `lineIds` narrows. */
export function openOf(
  lines: readonly CameBack[],
  lineIds: readonly string[] | null,
): { householdId: string; amount: Fen }[] {
  const asked = lineIds && new Set(lineIds);
  return lines
    .filter(({ lineId, recovered }) => !recovered && (!asked || asked.has(lineId)))
    .map(({ householdId, returned, reissued }) => ({ householdId, amount: returned - reissued }))
    .filter(({ amount }) => amount > 0n);
}

export function checkReissue(state: DisbursementState, open: readonly unknown[]): void {
  if (!wasPaid.includes(state)) throw refusals.stateForbids({ state, step: 'reissue', zh: '重发', en: 're-issue' });
  if (open.length === 0) throw flowRefusals.nothingToReissue();
}
