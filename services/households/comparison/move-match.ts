// Moves a match on (核实、销号、退回): what the other bureau told is erased in the statement that closes it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkNote, checkSecondHand, checkVerify } from './comparison.rules';
import { ComparisonMatch, type MatchOutcome, type MatchVerdict } from './comparison-match.entity';
import { comparisonRefusals } from './comparison-refusals.rules';

type Step =
  | { action: 'verifyComparisonMatch'; verdict: MatchVerdict; note: string }
  | { action: 'closeComparisonMatch'; outcome: MatchOutcome; note: string }
  | { action: 'returnComparisonMatch'; note: string };

const WHAT = '比对结果 match';

export async function moveMatch({ caller, inScope }: Context, id: string, step: Step): Promise<ComparisonMatch> {
  checkId(id, WHAT);
  const note = checkNote('note', step.note);
  const by = { personId: caller.personId ?? '', principalId: caller.principalId, standsFor: caller.standsFor };
  try {
    return await inScope.write({ action: step.action, target: id }, async (rows) => {
      const match = await rows.manager.findOneBy(ComparisonMatch, { id });
      if (!match) throw commonRefusals.notFound({ what: WHAT });
      if (step.action === 'verifyComparisonMatch') checkVerify(match);
      else checkSecondHand(match, by);
      const change = changeOf(step, note, by.personId, await rows.now());
      await rows.manager.update(ComparisonMatch, { id }, change);
      return Object.assign(match, change);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'comparison_match_four_eyes') throw comparisonRefusals.comparisonSamePerson();
    if (constraint === 'comparison_match_goes_on') throw comparisonRefusals.comparisonStep();
    throw error;
  }
}

/** Handed back, a match waits again; the reason stands where its note stood. */
function changeOf(step: Step, note: string, personId: string, now: Date): Partial<ComparisonMatch> {
  if (step.action === 'verifyComparisonMatch')
    return { verdict: step.verdict, verifyNote: note, verifiedBy: personId, verifiedAt: now };
  if (step.action === 'returnComparisonMatch')
    return { verdict: null, verifyNote: note, verifiedBy: null, verifiedAt: null };
  return { outcome: step.outcome, closeNote: note, closedBy: personId, closedAt: now, factSealed: null };
}
