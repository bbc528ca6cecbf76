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
  {
    kind: 'approve-gift-auction',
    title: { zh: '批准捐赠物资拍卖', en: 'Approve an auction of goods' },
    verb: 'approveGiftAuction',
    subject: 'GiftAuction',
    scopes: ['region'],
    rows: `select t.id, t.region_id, i.good as about, t.recorded_at as since, null::date as due_on from funds.gift_auction t join funds.gift_item i on i.id = t.item_id, me
      where t.outcome is null and ${othersMade('recorded_by')}`,
  },
  {
    kind: 'publish-charity-report',
    title: { zh: '批准公布基金年度报告', en: 'Publish the report of a fund’s year' },
    verb: 'publishCharityReport',
    subject: 'CharityReport',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.year || '' as about, t.drafted_at as since, null::date as due_on from funds.charity_report t, me
      where t.outcome is null and ${othersMade('drafted_by')}`,
  },
  {
    // By the day of the pack that is in force.
    kind: 'draft-charity-report',
    title: { zh: '起草基金年度公开报告', en: 'Draft the report of a fund’s year' },
    verb: 'draftCharityReport',
    subject: 'CharityFund',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.name || ' ' || y.year as about, make_date(y.year + 1, 1, 1)::timestamptz as since,
        make_date(y.year + 1, (p.content #>> '{report,dueMonth}')::int, (p.content #>> '{report,dueDay}')::int) as due_on
      from funds.charity_fund t, me, lateral (select extract(year from me.today)::int - 1 as year) y,
        lateral (select p.content from funds.pack p where p.kind = 'charity-rules' and p.approved_at is not null and p.withdrawn_at is null and starts_with(t.path, p.path)
          and p.effective_from <= me.today and (p.in_force_to is null or p.in_force_to > me.today) order by length(p.path) desc limit 1) p
      where t.state = 'registered' and t.registered_on < make_date(y.year + 1, 1, 1)
        and not exists (select 1 from funds.charity_report r where r.fund_id = t.id and r.year = y.year and r.outcome is distinct from 'withdrawn')`,
  },
  {
    kind: 'mend-charity-ratio',
    title: { zh: '基金上年支出不足或管理费用超标', en: 'A fund spent too little last year, or cost too much' },
    verb: 'draftCharityUse',
    subject: 'CharityReport',
    scopes: ['region'],
    rows: `select t.id, t.region_id, f.name || ' ' || t.year as about, t.drafted_at as since, null::date as due_on
      from funds.charity_report t join funds.charity_fund f on f.id = t.fund_id, me
      where t.outcome is distinct from 'withdrawn' and t.year = extract(year from me.today)::int - 1 and t.content ->> 'verdict' not in ('meets', 'first-year')`,
  },
];
