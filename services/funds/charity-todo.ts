// What may wait for somebody at a charity fund (基金待办): steps to confirm, gifts to accept and to receipt, uses to bring before the council, payments.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const charityTodo: readonly TodoSource[] = [
  {
    kind: 'confirm-founding-step',
    title: { zh: '确认基金设立步骤', en: 'Confirm a step of the founding of a fund' },
    verb: 'confirmFoundingStep',
    subject: 'FoundingStep',
    scopes: ['region'],
    rows: `select t.id, t.region_id, f.name as about, t.recorded_at as since, null::date as due_on from funds.founding_step t join funds.charity_fund f on f.id = t.fund_id, me
      where t.outcome is null and ${othersMade('recorded_by')}`,
  },
  {
    kind: 'accept-gift',
    title: { zh: '验收捐赠', en: 'Accept a gift that arrived' },
    verb: 'acceptGift',
    subject: 'Gift',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.arrived_on::timestamptz as since, null::date as due_on from funds.gift t, me
      where t.state = 'arrived' and ${othersMade('recorded_by')} and ${othersMade('arrived_by')}`,
  },
  {
    kind: 'issue-gift-receipt',
    title: { zh: '开具捐赠票据', en: 'Issue the receipt of a gift' },
    verb: 'issueGiftReceipt',
    subject: 'Gift',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.accepted_on::timestamptz as since, null::date as due_on from funds.gift t
      where t.state = 'accepted' and t.receipt_number is null`,
  },
  {
    kind: 'resolve-charity-use',
    title: { zh: '提请理事会审议捐赠使用计划', en: 'Bring a use of gifts before the council' },
    verb: 'resolveCharityUse',
    subject: 'CharityUse',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.drafted_at as since, null::date as due_on from funds.charity_use t, me
      where t.state = 'drafted' and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'pay-charity-payment',
    title: { zh: '支付基金直接支出', en: 'Pay what a fund owes to no household' },
    verb: 'payCharityPayment',
    subject: 'CharityPayment',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.item as about, t.applied_at as since, null::date as due_on
      from funds.charity_payment t join funds.charity_use u on u.id = t.use_id, me
      where t.state = 'applied' and ${othersMade('applied_by')} and u.decided_by <> all (me.mine)`,
  },
];
