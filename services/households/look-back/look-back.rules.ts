// A look-back (回头看) case by case: from which state to which, what a check must tell, who re-checks, and when a campaign may be closed.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import type { LookBackPack } from './look-back-pack.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

export const caseStates = ['to-check', 'clean', 'problem', 'fixed', 'settled'] as const;
export type CaseState = (typeof caseStates)[number];

/** 待核查 → 无问题 | 有问题 → 已整改 → 销号，复核不过的退回整改. */
export const nextCaseStates: Readonly<Record<CaseState, readonly CaseState[]>> = {
  'to-check': ['clean', 'problem'],
  clean: [],
  problem: ['fixed'],
  fixed: ['settled', 'problem'],
  settled: [],
};

export interface StandingCase {
  state: CaseState;
  category: string | null;
  checkedBy: string | null;
  fixedBy: string | null;
  hands: Readonly<Record<string, string>>;
}

export function checkCaseMove({ state }: Pick<StandingCase, 'state'>, to: CaseState): void {
  if (!nextCaseStates[state].includes(to)) throw refusals.lookBackState({ state });
}

export function categoryOf({ categories }: LookBackPack, code: string) {
  const found = categories.find((each) => each.code === code);
  if (!found) throw refusals.lookBackCategory({ category: code });
  return found;
}

/** A check that does not pass is put into a category; one that passes may still be one, as when the people are not those of the register. */
export function stateAfterCheck(
  pack: LookBackPack,
  check: { verdict: string; problems: readonly string[] },
  category: string | null,
): 'clean' | 'problem' {
  if (category !== null) {
    // Who is in the list was not missed: a missed household is a case of its own.
    if (category === 'missed') throw refusals.lookBackCategory({ category });
    categoryOf(pack, category);
    return 'problem';
  }
  if (check.verdict !== 'no-problem') throw refusals.lookBackProblemUntold({ problems: check.problems.join(', ') });
  return 'clean';
}

/** Whoever re-checks neither checked nor fixed, nor stands for somebody who did. */
export function checkRechecker({ checkedBy, fixedBy, hands }: StandingCase, checker: Checker): void {
  const made = [
    [checkedBy, hands.checked_by],
    [fixedBy, hands.fixed_by],
  ] as const;
  for (const [personId, principalId = null] of made)
    if (personId !== null && !mayCheck(checker, { personId, principalId })) throw refusals.lookBackSamePerson();
}

/** A close-out after its day explains itself; one in time has nothing to explain. */
export function lateReasonOf(closeUntil: string, today: string, told: string | null): string | null {
  if (today <= closeUntil) return null;
  if (told === null) throw refusals.lookBackLate({ day: closeUntil });
  return told;
}

export interface FixingDetermination {
  kind: string;
  householdId: string | null;
  regionId: string;
  proposedAt: Date;
  approvedAt: Date | null;
}

/** Of a missed household the village is all that is known before it is born. */
export function checkFix(
  pack: LookBackPack,
  { category, householdId, regionId }: { category: string | null; householdId: string | null; regionId: string },
  determination: FixingDetermination | null,
  openedAt: Date,
): void {
  const { fixedBy } = categoryOf(pack, category ?? '');
  if (fixedBy.length === 0) return;
  const fits =
    determination !== null &&
    (fixedBy as readonly string[]).includes(determination.kind) &&
    (householdId === null ? determination.regionId === regionId : determination.householdId === householdId) &&
    determination.proposedAt >= openedAt;
  if (!fits) throw refusals.lookBackFixNeeded({ kinds: fixedBy.join(', ') });
}
