// Decides on an objection (处理异议): another person at the payer than who deducted; what is restored is owed again.
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { ClearingDeduction } from './clearing-line.entity';
import { clearingRefusals } from './clearing-refusals.rules';
import { refusalOfClearing, tellClearingVerdict } from './tell-clearing-verdict';

export async function decideDeduction(
  { caller, inScope }: Context,
  id: string,
  { restored, answer: said }: { restored: bigint; answer: string },
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '扣款 deduction');
  checkReason(said);
  const { personId, principalId, standsFor } = caller;
  if (personId === null) throw commonRefusals.forbidden();
  const facts = { restored: restored.toString(), answer: said };
  const payload = { id, ...facts };
  const once = { subgraph: 'funds', caller, operation: 'decideDeduction', idempotencyKey, payload } as const;
  return inScope
    .write({ action: 'decideDeduction', target: id, facts }, (rows) =>
      onceOnly(rows, once, async () => {
        const [told] = await rows.select(ClearingDeduction, 'where t.id = $1', [id]);
        if (!told) throw commonRefusals.notFound({ what: '扣款 deduction' });
        if (!mayCheck({ personId, principalId, standsFor }, { personId: told.deductedBy, principalId: null }))
          throw clearingRefusals.clearingEyes();
        const [answer] = await rows.query<{ verdict: string }>('select funds.decide_deduction($1, $2, $3) as verdict', [
          id,
          restored.toString(),
          said.trim(),
        ]);
        tellClearingVerdict(answer?.verdict ?? 'unknown', { step: 'decide' });
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw refusalOfClearing(error);
    });
}
