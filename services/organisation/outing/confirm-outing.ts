// Confirms an outing (确认活动): somebody else than who recorded it, in the region or above it; from then on it counts.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { dutyRefusals } from '../meeting-obligation/duty-refusals.rules';
import { Outing } from './outing.entity';
import { checkConfirmation } from './outing.rules';

export async function confirmOuting({ caller, inScope }: Context<never>, id: string): Promise<Outing> {
  const what = '活动 outing';
  checkId(id, what);
  try {
    return await inScope.write({ action: 'confirmOuting', target: id }, async (rows) => {
      const outing = await rows.manager.findOneBy(Outing, { id });
      if (!outing) throw commonRefusals.notFound({ what });
      checkConfirmation(outing, caller.personId);
      const change = { confirmedBy: caller.personId, confirmedAt: await rows.now() };
      await rows.manager.update(Outing, { id }, change);
      return Object.assign(outing, change);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'outing_decided_once') throw dutyRefusals.outingConfirmed();
    if (brokenConstraint(error) === 'outing_four_eyes') throw dutyRefusals.outingOwn();
    throw error;
  }
}
