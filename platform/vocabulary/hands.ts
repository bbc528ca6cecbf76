// Hands (经手人): who laid a hand on a matter and for whom, and who may therefore not check it.

export interface Hand {
  personId: string;
  /** for whom it was laid, under a delegation (职务代理) */
  principalId: string | null;
}

export interface Checker extends Hand {
  /** everybody whose post he may act under, also through others */
  standsFor: readonly string[];
}

/**
 * Four eyes go by person and hold over delegations: nobody checks what he made, what somebody made on his behalf, or what was made by or
 * for anybody whose post he holds now, under whichever post he acts. `platform/database/hands.ts` is the same as a wall for two hands on
 * one row; a rule whose hands lie on two rows asks here.
 */
export function mayCheck(checker: Checker, made: Hand): boolean {
  const mine = new Set([checker.personId, checker.principalId, ...checker.standsFor]);
  return !mine.has(made.personId) && (made.principalId === null || !mine.has(made.principalId));
}
