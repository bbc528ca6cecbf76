// Approves a list (批准分村安置): its households move with all that hangs on them, in the same transaction.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Resettlement } from './resettlement.entity';
import { checkDecision } from './resettlement.rules';
import { resettlementRefusals as refusals } from './resettlement-refusals.rules';

const WHAT = '分村安置名单 resettlement';

export async function approveResettlement({ caller, inScope }: Context<never>, id: string): Promise<Resettlement> {
  checkId(id, WHAT);
  try {
    return await inScope.write({ action: 'approveResettlement', target: id }, async (rows) => {
      const list = await rows.manager.findOneBy(Resettlement, { id });
      if (!list) throw commonRefusals.notFound({ what: WHAT });
      checkDecision(list, caller.personId, true);
      const change = { approvedBy: caller.personId, decidedAt: await rows.now() };
      await rows.manager.update(Resettlement, { id }, change);
      const [{ moved } = { moved: 0 }] = await rows.query<{ moved: number }>(
        'select households.resettle($1) as moved',
        [id],
      );
      // Somebody went elsewhere meanwhile, or was removed: the list is not what was proposed, and nothing of it is done.
      if (moved < list.households) throw refusals.householdElsewhere({ count: list.households - moved });
      return Object.assign(list, change);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'resettlement_four_eyes') throw refusals.resettlementOwn();
    if (constraint === 'resettlement_decided_once') throw refusals.resettlementDecided();
    throw error;
  }
}
