// Checks what is applied for (用途核查): the negative list by purpose and words, on the pack that is in force where it is spent.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { todayInBeijing } from '#platform/graph/today';
import { addDays } from '#platform/vocabulary/calendar-day';
import { giftRefusalOf } from '../gift/gift-refusal-of';
import { checkNegativeList, flowPackKind } from './approval-flow.rules';
import type { ApplyDisbursementInput } from './disbursement.input';
import { flowRefusals as refusals } from './flow-refusals.rules';

/** Answers the description as it is kept. */
export async function checkUse(
  context: Context,
  { purpose, documentNumber, use }: Pick<ApplyDisbursementInput, 'purpose' | 'documentNumber' | 'use'>,
): Promise<string | null> {
  const told = use?.trim() || null;
  const [today, { lo: path }] = await Promise.all([todayInBeijing.load(context, 'today'), context.inScope.range()]);
  const pack = await packInForce(context, flowPackKind, { path, from: today, until: addDays(today, 1) });
  if (pack) checkNegativeList(pack.content, { purpose, texts: [documentNumber, told ?? ''] });
  return told;
}

/** What the rows refuse when it is applied for, whoever asks. */
export function flowRefusalOf(error: unknown): Error | null {
  switch (brokenConstraint(error)) {
    case 'disbursement_management_fee':
      return refusals.managementFee();
    case 'disbursement_after_allotment':
      return refusals.beforeAllotment();
    default:
      return giftRefusalOf(error);
  }
}
