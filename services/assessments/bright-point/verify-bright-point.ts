// Verifies or returns a bright point (核实亮点): another person than reported it; from then on every office may adopt it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { BrightPoint, BrightPointOutcome } from './bright-point.entity';
import { checkVerification } from './bright-point.rules';

const WHAT = '亮点 bright point';

export async function verifyBrightPoint(
  { caller, inScope }: Context,
  outcome: BrightPointOutcome,
  id: string,
  remark: string | null,
): Promise<BrightPoint> {
  checkId(id, WHAT);
  if (outcome === BrightPointOutcome.returned && !remark?.trim())
    throw invalidInput('remark', '退回须说明原因', 'say why it is returned');
  refusePersonalNumbers('remark', remark);
  const action = outcome === BrightPointOutcome.verified ? 'verifyBrightPoint' : 'returnBrightPoint';
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const point = await rows.manager.findOneBy(BrightPoint, { id });
      if (!point) throw commonRefusals.notFound({ what: WHAT });
      checkVerification(point, caller.personId);
      const decision = { verifiedBy: caller.personId, verifiedAt: await rows.now(), outcome, remark };
      await rows.manager.update(BrightPoint, { id }, decision);
      return Object.assign(point, decision);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'assessments_bright_point_decided_once') throw refusals.brightPointDecided();
    if (constraint === 'bright_point_four_eyes') throw refusals.samePerson();
    throw error;
  }
}
