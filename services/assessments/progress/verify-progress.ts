// Verifies a report of progress on the spot (核实进展): before it is confirmed, by a third person of a third unit.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkWords } from '../finding/finding.rules';
import { refusals } from '../refusals';
import { Progress } from './progress.entity';
import { checkVerification } from './progress.rules';

export async function verifyProgress(
  { caller, inScope }: Context,
  id: string,
  verification: string,
): Promise<Progress> {
  checkWords('verification', verification);
  refusePersonalNumbers('verification', verification);
  const notFound = () => commonRefusals.notFound({ what: '进展上报 report of progress' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write({ action: 'verifyProgress', target: id }, async (rows) => {
      const report = await rows.manager.findOneBy(Progress, { id });
      if (!report) throw notFound();
      checkVerification(report, caller);
      const { personId: verifiedBy, unitId: verifiedUnit } = caller;
      const change = { verifiedBy, verifiedUnit, verifiedAt: await rows.now(), verification };
      await rows.manager.update(Progress, { id }, change);
      return Object.assign(report, change);
    });
  } catch (error) {
    // Two at once: the second finds the row verified, or decided.
    if (brokenConstraint(error) === 'assessments_progress_decided_once') throw refusals.progressVerified();
    throw error;
  }
}
