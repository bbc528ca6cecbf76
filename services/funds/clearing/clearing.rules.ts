// A clearing (清算单) between a hospital and a payer: a month's claim, a prepayment, or the year's end; its states, and who may take the next step.
import { type Checker, mayCheck } from '#platform/vocabulary/hands';
import { type BilingualText, invalidInput } from '#platform/vocabulary/refusal';
import { clearingRefusals } from './clearing-refusals.rules';

export enum ClearingKind {
  month = 'month',
  year = 'year',
  prepayment = 'prepayment',
}

/** 已申报、已审核、有异议、已核对、已申请付款、已复核、已拨付、已撤回. */
export enum ClearingState {
  claimed = 'claimed',
  reviewed = 'reviewed',
  disputed = 'disputed',
  reconciled = 'reconciled',
  applied = 'applied',
  approved = 'approved',
  paid = 'paid',
  withdrawn = 'withdrawn',
}

export type ClearingStep =
  | 'review'
  | 'object'
  | 'decide'
  | 'list'
  | 'reconcile'
  | 'apply'
  | 'approve'
  | 'return'
  | 'pay'
  | 'withdraw';

const before: Readonly<Record<ClearingStep, readonly ClearingState[]>> = {
  review: [ClearingState.claimed],
  object: [ClearingState.reviewed, ClearingState.disputed],
  decide: [ClearingState.disputed],
  list: [ClearingState.claimed, ClearingState.reviewed, ClearingState.disputed],
  reconcile: [ClearingState.reviewed],
  apply: [ClearingState.reconciled],
  approve: [ClearingState.applied],
  return: [ClearingState.applied],
  pay: [ClearingState.approved],
  withdraw: [ClearingState.claimed, ClearingState.applied],
};

const words: Readonly<Record<ClearingStep, BilingualText>> = {
  review: { zh: '审核', en: 'review' },
  object: { zh: '提出异议', en: 'object to' },
  decide: { zh: '处理异议', en: 'decide on' },
  list: { zh: '提交清单', en: 'bring a list for' },
  reconcile: { zh: '核对', en: 'reconcile' },
  apply: { zh: '申请付款', en: 'apply for payment of' },
  approve: { zh: '复核', en: 'approve' },
  return: { zh: '退回', en: 'return' },
  pay: { zh: '拨付', en: 'pay' },
  withdraw: { zh: '撤回', en: 'withdraw' },
};

export function checkClearingStep(state: string, step: ClearingStep): void {
  if (!before[step].some((each) => each === state)) throw clearingRefusals.clearingState({ state, ...words[step] });
}

export interface ClearingHands {
  claimedBy: string | null;
  madeBy: string | null;
  checkedBy: string | null;
}

/** Whose hands lie on it already, so that another one takes this step. */
const apart: Partial<Record<ClearingStep, readonly (keyof ClearingHands)[]>> = {
  review: ['claimedBy'],
  approve: ['madeBy'],
  pay: ['madeBy', 'checkedBy'],
};

export function checkClearingHands(checker: Checker, step: ClearingStep, hands: ClearingHands): void {
  for (const name of apart[step] ?? []) {
    const personId = hands[name];
    if (personId !== null && !mayCheck(checker, { personId, principalId: null })) throw clearingRefusals.clearingEyes();
  }
}

export function checkMonth(month: string): void {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
}

/** A line once, with an amount and a reason. */
export function checkDeductions(deductions: readonly { ordinal: number; amount: bigint }[]): void {
  const seen = new Set<number>();
  deductions.forEach(({ ordinal, amount }, at) => {
    if (amount <= 0n) throw invalidInput(`deductions.${at}.amount`, '金额须大于零', 'an amount is above zero');
    if (seen.has(ordinal))
      throw invalidInput(`deductions.${at}.ordinal`, '同一行只扣一次', 'a line is deducted from once');
    seen.add(ordinal);
  });
}
