// Confirms a report of progress, or returns it (确认、退回): another person and another unit than reported it, and once.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { scoreReport } from '../task/score-report';
import { Progress, ProgressOutcome } from './progress.entity';
import { checkDecision, checkVerified } from './progress.rules';

export async function decideProgress(
  { caller, inScope }: Context,
  outcome: ProgressOutcome,
  id: string,
  remark: string | null,
  cases: number | null = null,
): Promise<Progress> {
  const action = outcome === ProgressOutcome.confirmed ? 'confirmProgress' : 'returnProgress';
  if (outcome === ProgressOutcome.returned && !remark?.trim())
    throw invalidInput('remark', '退回须说明原因', 'say why it is returned');
  refusePersonalNumbers('remark', remark);
  const notFound = () => commonRefusals.notFound({ what: '进展上报 report of progress' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const report = await rows.manager.findOneBy(Progress, { id });
      if (!report) throw notFound();
      checkDecision(report, caller);
      if (outcome === ProgressOutcome.confirmed) checkVerified(report, caller);
      const decision = {
        confirmedBy: caller.personId,
        confirmedUnit: caller.unitId,
        confirmedAt: await rows.now(),
        outcome,
        remark,
      };
      await rows.manager.update(Progress, { id }, decision);
      const at = decision.confirmedAt;
      if (outcome === ProgressOutcome.confirmed && caller.personId)
        await scoreReport(rows, report, { cases, by: caller.personId, at });
      return Object.assign(report, decision);
    });
  } catch (error) {
    throw refusalOfConstraint(brokenConstraint(error)) ?? error;
  }
}

/** Two decisions at once: the second finds the row decided, and the database says so. */
function refusalOfConstraint(constraint: string | null) {
  if (constraint === 'assessments_progress_decided_once') return refusals.progressDecided();
  if (constraint === 'progress_four_eyes' || constraint === 'progress_verified_four_eyes') return refusals.samePerson();
  return constraint === 'progress_other_unit' || constraint === 'progress_verified_other_unit'
    ? refusals.sameUnit()
    : null;
}
