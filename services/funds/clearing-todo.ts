// What may wait for somebody in clearing between hospitals and payers (清算待办).
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

const TOLD = 't.id, t.region_id, t.period as about';
const mine = (unit: 'hospital_id' | 'payer_unit_id') => `funds.heir_of(t.${unit}) = me.unit`;

const waits = (
  kind: string,
  title: TodoSource['title'],
  verb: string,
  { since, due = 'null::date', where }: { since: string; due?: string; where: string },
): TodoSource => ({
  ...{ kind, title, verb, subject: 'Clearing', scopes: ['institution'] },
  rows: `select ${TOLD}, t.${since}::timestamptz as since, ${due} as due_on from funds.clearing t, me where ${where}`,
});

const OBJECTED = `exists (select 1 from funds.clearing_deduction d where d.clearing_id = t.id and d.objection is not null and d.answer is null
  and (d.deducted_by = any (me.mine)) is not true)`;

export const clearingTodo: readonly TodoSource[] = [
  waits('review-clearing', { zh: '审核医疗费用申报', en: 'Review a hospital’s claim' }, 'reviewClearing', {
    since: 'claimed_on',
    due: 't.review_due_on',
    where: `t.state = 'claimed' and ${mine('payer_unit_id')} and ${othersMade('claimed_by')}`,
  }),
  waits('decide-deduction', { zh: '处理扣款异议', en: 'Decide on an objection to a deduction' }, 'decideDeduction', {
    since: 'reviewed_on',
    where: `t.state = 'disputed' and ${mine('payer_unit_id')} and ${OBJECTED}`,
  }),
  waits('reconcile-clearing', { zh: '核对清算单', en: 'Reconcile a claim' }, 'reconcileClearing', {
    since: 'reviewed_on',
    where: `t.state = 'reviewed'`,
  }),
  waits('apply-clearing', { zh: '申请支付清算款', en: 'Apply for payment of a claim' }, 'applyClearingPayment', {
    since: 'reconciled_on',
    where: `t.state = 'reconciled' and ${mine('payer_unit_id')}`,
  }),
  waits('approve-clearing', { zh: '复核清算付款', en: 'Approve a payment to a hospital' }, 'approveClearingPayment', {
    since: 'made_on',
    due: 't.pay_due_on',
    where: `t.state = 'applied' and ${mine('payer_unit_id')} and ${othersMade('made_by')}`,
  }),
  waits('pay-clearing', { zh: '拨付清算款', en: 'Pay a hospital' }, 'payClearing', {
    since: 'checked_on',
    due: 't.pay_due_on',
    where: `t.state = 'approved' and ${mine('payer_unit_id')} and ${othersMade('made_by', 'checked_by')}`,
  }),
];
