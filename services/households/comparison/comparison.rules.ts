// A match (比对结果) waits, is verified, and is closed by another person; before that it may be handed back.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { comparisonRefusals } from './comparison-refusals.rules';

export interface MatchSteps {
  verdict: string | null;
  verifiedBy: string | null;
  outcome: string | null;
}

export function checkNote(field: string, note: string): string {
  const text = note.trim();
  if (text.length < 2 || text.length > 500) throw invalidInput(field, '须为 2 至 500 字', 'has 2 to 500 characters');
  refusePersonalNumbers(field, text);
  return text;
}

export function checkVerify({ verdict, outcome }: MatchSteps): void {
  if (verdict !== null || outcome !== null) throw comparisonRefusals.comparisonStep();
}

/** Closing and handing back are the second person's. */
export function checkSecondHand({ verdict, verifiedBy, outcome }: MatchSteps, by: Checker): void {
  if (verdict === null || verifiedBy === null || outcome !== null) throw comparisonRefusals.comparisonStep();
  if (!mayCheck(by, { personId: verifiedBy, principalId: null })) throw comparisonRefusals.comparisonSamePerson();
}
