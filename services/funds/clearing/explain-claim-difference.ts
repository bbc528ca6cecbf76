// Explains a difference (说明差异): once, by either side; a claim is reconciled only when none of the last lists is left open.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { ClearingDifference } from './clearing-list.entity';
import { clearingRefusals } from './clearing-refusals.rules';

export async function explainClaimDifference(
  { caller, inScope }: Context,
  id: string,
  explanation: string,
): Promise<ClearingDifference> {
  checkId(id, '差异 difference');
  checkReason(explanation);
  return inScope.write({ action: 'explainClaimDifference', target: id, facts: { explanation } }, async (rows) => {
    const [found] = await rows.select(ClearingDifference, 'where t.id = $1 for update', [id]);
    if (!found) throw commonRefusals.notFound({ what: '差异 difference' });
    if (found.explanation !== null) throw clearingRefusals.differenceExplained();
    const given = { explanation: explanation.trim(), explainedBy: caller.personId, explainedAt: await rows.now() };
    await rows.manager.update(ClearingDifference, { id }, given);
    return Object.assign(found, given);
  });
}
