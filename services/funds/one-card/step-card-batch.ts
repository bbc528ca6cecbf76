// Verifying and withdrawing a one-card batch (核对、撤回): by somebody else than its maker the one, before its release the other.

import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import type { FundsContext } from '../tools';
import { CardBatch } from './card-batch.entity';
import { checkStep } from './card-batch.rules';
import { oneCardRefusals } from './one-card-refusals.rules';
import { cardEyesOf, tellBatchVerdict } from './tell-batch-verdict';

const actions = { verify: 'verifyCardBatch', withdraw: 'withdrawCardBatch' } as const;

export async function stepCardBatch(
  { caller, inScope }: FundsContext,
  id: string,
  step: keyof typeof actions,
  reason: string | null,
): Promise<string> {
  checkId(id, '一卡通批次 one-card batch');
  if (reason !== null) checkReason(reason);
  await inScope
    .write({ action: actions[step], target: id, facts: reason === null ? {} : { reason } }, async (rows) => {
      const found = await rows.manager.findOneBy(CardBatch, { id });
      if (!found) throw commonRefusals.notFound({ what: '一卡通批次 one-card batch' });
      checkStep(found.state, step);
      if (step === 'verify' && found.madeBy === caller.personId) throw oneCardRefusals.cardBatchEyes();
      const [answer] = await rows.query<{ verdict: string }>('select funds.step_card_batch($1, $2, $3) as verdict', [
        id,
        step,
        reason,
      ]);
      tellBatchVerdict(answer?.verdict ?? 'unknown', step);
    })
    .catch((error: unknown) => {
      throw cardEyesOf(error) ?? error;
    });
  return id;
}
