// Comparing a list with a claim (清单核对): a line is the same settlement for the same amount; whatever differs is named, line by line.
import type { Fen } from '#platform/vocabulary/money';

export enum ClaimDifference {
  notClaimed = 'not-claimed',
  differs = 'differs',
  duplicate = 'duplicate',
  notInList = 'not-in-list',
}

export interface ListedClaim {
  /** number of the settlement, as its slip prints it */
  reference: string;
  amount: Fen;
}

export interface ClaimLine {
  ordinal: number;
  settlementId: string;
  amount: Fen;
}

export interface FoundDifference {
  outcome: ClaimDifference;
  reference: string;
  ordinal: number | null;
  ours: Fen | null;
  theirs: Fen | null;
}

/** What is listed twice is told apart from what is not claimed; the first of the two that agrees wholly counts. */
export function matchClaimList(listed: readonly ListedClaim[], lines: readonly ClaimLine[]): FoundDifference[] {
  const ours = new Map(lines.map((line) => [line.settlementId, line]));
  const taken = new Map<string, ListedClaim>();
  for (const each of listed) {
    const before = taken.get(each.reference);
    const line = ours.get(each.reference);
    if (!before || (line && before.amount !== line.amount && each.amount === line.amount))
      taken.set(each.reference, each);
  }
  const theirs = listed.flatMap((each): FoundDifference[] => {
    const { reference, amount } = each;
    const line = ours.get(reference);
    const told = { reference, ordinal: line?.ordinal ?? null, theirs: amount };
    if (taken.get(reference) !== each) return [{ ...told, outcome: ClaimDifference.duplicate, ours: null }];
    if (!line) return [{ ...told, outcome: ClaimDifference.notClaimed, ours: null }];
    if (line.amount !== amount) return [{ ...told, outcome: ClaimDifference.differs, ours: line.amount }];
    return [];
  });
  const missing = lines
    .filter(({ settlementId }) => !taken.has(settlementId))
    .map(({ settlementId, ordinal, amount }): FoundDifference => {
      return { outcome: ClaimDifference.notInList, reference: settlementId, ordinal, ours: amount, theirs: null };
    });
  return [...theirs, ...missing];
}
