// Strikes a settlement (冲账) by a negated copy that points back: once, by the hospital that settled it.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { monitorYear } from '../monitoring/monitor-year';
import { refusals } from '../refusals';

export async function strikeSettlement(context: Context, id: string, reason: string): Promise<string> {
  checkId(id, '结算 settlement');
  checkReason(reason);
  const made = newId();
  await context.inScope
    .write({ action: 'strikeSettlement', target: id, facts: { reason } }, async (rows) => {
      const [answer] = await rows.query<{ verdict: string }>('select funds.strike_settlement($1, $2, $3) as verdict', [
        id,
        made,
        reason,
      ]);
      if (answer?.verdict === 'struck') throw refusals.settlementStruck();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '结算 settlement' });
      await monitorYear(rows, id);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'settlement_struck_once') throw refusals.settlementStruck();
      throw error;
    });
  return made;
}
