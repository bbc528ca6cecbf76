// What a definer function answered about a one-card batch, told as a refusal; and which broken constraints are four eyes.
import { brokenConstraint } from '#platform/graph/errors';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type CardBatchStep, checkStep } from './card-batch.rules';
import { oneCardRefusals } from './one-card-refusals.rules';

export function tellBatchVerdict(verdict: string, step: CardBatchStep): void {
  if (verdict === 'done') return;
  if (verdict.startsWith('state ')) checkStep(verdict.slice('state '.length), step);
  if (verdict === 'changed' || verdict === 'disbursement-state') throw oneCardRefusals.cardBatchChanged();
  if (verdict === 'not-posted') throw oneCardRefusals.cardBatchNotPosted();
  throw commonRefusals.notFound({ what: '一卡通批次 one-card batch' });
}

export function cardEyesOf(error: unknown): Error | null {
  const broken = brokenConstraint(error);
  if (broken === 'card_batch_four_eyes' || broken === 'disbursement_four_eyes') return oneCardRefusals.cardBatchEyes();
  if (broken === 'recovery_receipt_four_eyes' || broken === 'recovery_four_eyes') return oneCardRefusals.recoveryEyes();
  return null;
}
