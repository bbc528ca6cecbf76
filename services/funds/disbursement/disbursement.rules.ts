// A disbursement (资金拨付) to households: applied, approved, ordered, paid, returned; three people, and the money reserved before it is paid.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

/** 已申请, 已批准, 已开支付令, 已驳回, 已撤回, 已支付, 部分退回, 已退回. */
export const disbursementStates = [
  'applied',
  'approved',
  'ordered',
  'rejected',
  'withdrawn',
  'paid',
  'part-returned',
  'returned',
] as const;
export type DisbursementState = (typeof disbursementStates)[number];

/** The same states by the names that the graph gives them. */
export enum DisbursementStateEnum {
  applied = 'applied',
  approved = 'approved',
  ordered = 'ordered',
  rejected = 'rejected',
  withdrawn = 'withdrawn',
  paid = 'paid',
  partReturned = 'part-returned',
  returned = 'returned',
}

export const disbursementSteps = [
  'approve',
  'reject',
  'withdraw',
  'revoke',
  'order',
  'recall',
  'pay',
  'return',
] as const;
export type DisbursementStep = (typeof disbursementSteps)[number];

/** The whole life of a disbursement: what is not in the table cannot be done. */
export const disbursementTable: Readonly<
  Record<DisbursementState, Partial<Record<DisbursementStep, DisbursementState>>>
> = {
  applied: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  approved: { order: 'ordered', revoke: 'withdrawn' },
  ordered: { pay: 'paid', recall: 'approved' },
  rejected: {},
  withdrawn: {},
  // part or whole is decided by the amount, below
  paid: { return: 'part-returned' },
  'part-returned': { return: 'part-returned' },
  returned: {},
};

const stepWords: Readonly<Record<DisbursementStep, BilingualText>> = {
  approve: { zh: '批准', en: 'approve' },
  reject: { zh: '驳回', en: 'reject' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  revoke: { zh: '撤销批准', en: 'revoke the approval' },
  order: { zh: '开具支付令', en: 'order the payment' },
  recall: { zh: '撤回支付令', en: 'recall the order' },
  pay: { zh: '支付', en: 'pay' },
  return: { zh: '退回', en: 'return' },
};

export function nextState(state: DisbursementState, step: DisbursementStep): DisbursementState {
  const next = disbursementTable[state][step];
  if (next === undefined) throw refusals.stateForbids({ state, step, ...stepWords[step] });
  return next;
}

export interface DisbursementHands {
  appliedBy: string;
  approvedBy?: string | null;
}

/**
 * Four eyes (四眼) go by person and not by post: one person may hold two posts, and would else check the own work.
 * Maker, checker and payer are three people; rejecting and revoking are checking too, withdrawing is the maker's.
 */
export function checkHands(
  step: DisbursementStep,
  personId: string,
  { appliedBy, approvedBy }: DisbursementHands,
): void {
  const refuse = (zh: string, en: string) => refusals.fourEyes({ step, zh, en });
  if (step === 'withdraw') {
    if (personId !== appliedBy) throw refusals.notTheMaker();
    return;
  }
  if ((step === 'approve' || step === 'reject') && personId === appliedBy) {
    throw refuse('申请人不得审批', 'the one who applied may not approve or reject');
  }
  if (step === 'revoke' && personId === appliedBy)
    throw refuse('申请人不得撤销批准', 'the one who applied may not revoke the approval');
  if (step !== 'order' && step !== 'pay') return;
  const [zh, en] = step === 'pay' ? ['支付', 'pay'] : ['开具支付令', 'order the payment'];
  if (personId === appliedBy) throw refuse(`申请人不得${zh}`, `the one who applied may not ${en}`);
  if (personId === approvedBy) throw refuse(`审批人不得${zh}`, `the one who approved may not ${en}`);
}

/** Returned in part or in whole: by what came back, all returns counted. */
export function stateAfterReturn(
  state: DisbursementState,
  { paid, returnedBefore, returning }: { paid: Fen; returnedBefore: Fen; returning: Fen },
): DisbursementState {
  const part = nextState(state, 'return');
  if (returning <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  const open = paid - returnedBefore;
  if (returning > open) throw refusals.returnTooLarge({ returning: formatYuan(returning), open: formatYuan(open) });
  return returning === open ? 'returned' : part;
}
