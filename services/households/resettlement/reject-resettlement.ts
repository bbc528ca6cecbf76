// Rejects a list of households that would go to a successor village (不批准分村安置), saying why; they may be listed anew.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Resettlement } from './resettlement.entity';
import { checkDecision } from './resettlement.rules';
import { resettlementRefusals as refusals } from './resettlement-refusals.rules';

const WHAT = '分村安置名单 resettlement';

export async function rejectResettlement(
  { caller, inScope }: Context<never>,
  id: string,
  remark: string,
): Promise<Resettlement> {
  checkId(id, WHAT);
  if (remark.trim().length < 2 || remark.length > 500)
    throw invalidInput('remark', '原因须为 2 至 500 字', 'a remark has 2 to 500 characters');
  try {
    return await inScope.write({ action: 'rejectResettlement', target: id }, async (rows) => {
      const list = await rows.manager.findOneBy(Resettlement, { id });
      if (!list) throw commonRefusals.notFound({ what: WHAT });
      checkDecision(list, caller.personId, false);
      const change = { rejectedBy: caller.personId, decidedAt: await rows.now(), remark: remark.trim() };
      await rows.manager.update(Resettlement, { id }, change);
      await rows.query('update households.resettled_household set open = false where resettlement_id = $1', [id]);
      return Object.assign(list, change);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'resettlement_decided_once') throw refusals.resettlementDecided();
    throw error;
  }
}
