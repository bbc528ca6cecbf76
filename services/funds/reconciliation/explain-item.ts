// Explains a difference (说明差异): once, by whoever knows; a statement is confirmed only when none is left open.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { ItemOutcome } from './match-statement.rules';
import { ReconciliationItem } from './reconciliation-item.entity';
import { reconciliationRefusals } from './reconciliation-refusals.rules';

export async function explainItem(
  { caller, inScope }: Context,
  id: string,
  explanation: string,
): Promise<ReconciliationItem> {
  checkId(id, '对账项 item');
  checkReason(explanation);
  return inScope.write({ action: 'explainReconciliationItem', target: id, facts: { explanation } }, async (rows) => {
    const [item] = await rows.select(ReconciliationItem, 'where t.id = $1 for update', [id]);
    if (!item) throw commonRefusals.notFound({ what: '对账项 item' });
    if (item.outcome === ItemOutcome.matched || item.explanation !== null) throw reconciliationRefusals.itemExplained();
    const given = { explanation: explanation.trim(), explainedBy: caller.personId, explainedAt: await rows.now() };
    await rows.manager.update(ReconciliationItem, { id }, given);
    return Object.assign(item, given);
  });
}
