// What may wait for somebody in funds (资金待办): notices and batches to approve, approved batches to pay, monthly reports, exemptions, packs.

import { exemptionSource, othersMade, packSource, type TodoSource } from '#platform/graph/todo/todo-source';
import { charityTodo } from './charity-todo';
import { clearingTodo } from './clearing-todo';
import { RECOVERED, REISSUED } from './disbursement/reissue.query';
import { medicalTodo } from './medical-todo';
import { monitoringTodo } from './monitoring-todo';
import { oneCardTodo } from './one-card-todo';
import { projectTodo } from './project-todo';

export const fundsTodo: readonly TodoSource[] = [
  ...oneCardTodo,
  ...charityTodo,
  {
    kind: 'approve-allotment',
    title: { zh: '批准指标文', en: 'Approve an allotment notice' },
    verb: 'approveAllotment',
    subject: 'Allotment',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.drafted_at as since, null::date as due_on from funds.allotment t, me
      where t.state = 'drafted' and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'approve-authority-change',
    title: { zh: '批准指标调整', en: 'Approve a change of authority' },
    verb: 'approveAuthorityChange',
    subject: 'AuthorityChange',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.drafted_at as since, null::date as due_on from funds.authority_change t, me
      where t.state = 'drafted' and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'close-fund-period',
    title: { zh: '结账', en: 'Close a month of the books' },
    verb: 'closeFundPeriod',
    subject: 'FundPeriod',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.month as about, t.proposed_at as since, null::date as due_on from funds.period t, me
      where t.closed_at is null and t.withdrawn_at is null and ${othersMade('proposed_by')}`,
  },
  {
    kind: 'confirm-fund-statement',
    title: { zh: '确认对账', en: 'Confirm a reconciliation' },
    verb: 'confirmFundStatement',
    subject: 'FundStatement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.month as about, t.submitted_at as since, null::date as due_on from funds.statement t, me
      where t.outcome is null and ${othersMade('submitted_by')}`,
  },
  {
    kind: 'approve-spending-plan',
    title: { zh: '批准用款计划', en: 'Approve or return a spending plan' },
    verb: 'approveSpendingPlan',
    subject: 'SpendingPlan',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.submitted_at as since, null::date as due_on from funds.spending_plan t, me
      where t.outcome is null and ${othersMade('submitted_by')}`,
  },
  {
    kind: 'decide-disbursement',
    title: { zh: '审批资金拨付', en: 'Approve or refuse a disbursement' },
    verb: 'approveDisbursement',
    subject: 'Disbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.applied_on::timestamptz as since, null::date as due_on from funds.disbursement t, me
      where t.state = 'applied' and ${othersMade('applied_by')} and (t.flow is null or exists (
        select 1 from (select part -> 'posts' as posts from jsonb_array_elements(t.flow) with ordinality given(part, at)
          where (part ->> 'count')::int > (select count(*) from funds.disbursement_approval a where a.disbursement_id = t.id and a.step = part ->> 'code')
          order by at limit 1) waiting where waiting.posts ? me.post))
        and not exists (select 1 from funds.disbursement_approval a where a.disbursement_id = t.id and a.person_id = any (me.mine))`,
  },
  {
    kind: 'post-disbursement',
    title: { zh: '张贴发放名单公示', en: 'Post the list of a disbursement' },
    verb: 'postFundNotice',
    subject: 'Disbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.applied_on::timestamptz as since, null::date as due_on from funds.disbursement t, me
      where t.state in ('applied', 'approved') and t.region_id = me.region
        and not exists (select 1 from funds.public_notice n where n.subject_kind = 'disbursement' and n.subject_id = t.id and n.type = 'posting' and n.state = 'posted')`,
  },
  {
    kind: 'pay-disbursement',
    title: { zh: '按支付令支付', en: 'Pay a disbursement that is ordered' },
    verb: 'payDisbursement',
    subject: 'Disbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.ordered_on::timestamptz as since, null::date as due_on from funds.disbursement t, me
      where t.state = 'ordered' and ${othersMade('applied_by', 'approved_by')}
        and not exists (select 1 from funds.disbursement_approval a where a.disbursement_id = t.id and a.person_id = any (me.mine))`,
  },
  {
    kind: 'issue-payment-order',
    title: { zh: '开具支付令（公示已满期）', en: 'Order the payment of a disbursement whose posting is over' },
    verb: 'issuePaymentOrder',
    subject: 'Disbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, t.approved_on::timestamptz as since, null::date as due_on from funds.disbursement t, me
      where t.state = 'approved' and ${othersMade('applied_by', 'approved_by')} and funds.notice_cleared('disbursement', t.id, me.today)
        and not exists (select 1 from funds.card_line c where c.disbursement_id = t.id and c.state in ('listed', 'sent', 'paid'))
        and not exists (select 1 from funds.disbursement_approval a where a.disbursement_id = t.id and a.person_id = any (me.mine))`,
  },
  {
    kind: 'reissue-returned',
    title: { zh: '重发已退回的款项', en: 'Issue again what came back of a payment' },
    verb: 'reissueReturned',
    subject: 'Disbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about,
        (select max(b.returned_on) from funds.disbursement_line l join funds.payment_return b on b.line_id = l.id where l.disbursement_id = t.id)::timestamptz as since, null::date as due_on
      from funds.disbursement t join funds.allotment_line lot on lot.id = t.lot_id and starts_with(lot.path, t.path), me
      where t.state in ('part-returned', 'returned') and t.region_id = me.region
        and exists (select 1 from funds.disbursement_line l where l.disbursement_id = t.id and l.returned > ${REISSUED} and not ${RECOVERED})`,
  },
  {
    kind: 'claim-stage',
    title: { zh: '到期可申请的报账（验收款、质量保证金）', en: 'Claim a stage that is due since its acceptance' },
    verb: 'claimStage',
    subject: 'Reimbursement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.title as about, due.since::timestamptz as since, null::date as due_on from funds.reimbursement t, me,
        lateral (select given ->> 'code' as stage, at, t.accepted_on + (given ->> 'afterAcceptance')::int as since
          from jsonb_array_elements(t.stages) with ordinality all_stages(given, at) where given -> 'afterAcceptance' <> 'null') due
      where me.post = 'town-officer' and due.since <= me.today
        and not exists (select 1 from funds.stage_claim c where c.reimbursement_id = t.id and c.stage = due.stage and c.state <> 'rejected')
        and (select count(*) from funds.stage_claim c where c.reimbursement_id = t.id and c.state = 'paid') = due.at - 1`,
  },
  {
    kind: 'approve-stage-claim',
    title: { zh: '审核报账申请', en: 'Approve or reject a claim of a stage' },
    verb: 'approveStageClaim',
    subject: 'StageClaim',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.stage as about, t.applied_on::timestamptz as since, null::date as due_on from funds.stage_claim t, me
      where t.state = 'applied' and ${othersMade('applied_by')}`,
  },
  {
    kind: 'pay-stage-claim',
    title: { zh: '按支付令支付报账', en: 'Pay a claim that is ordered' },
    verb: 'payStageClaim',
    subject: 'StageClaim',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.stage as about, t.ordered_on::timestamptz as since, null::date as due_on from funds.stage_claim t, me
      where t.state = 'ordered' and ${othersMade('applied_by', 'approved_by')}`,
  },
  {
    kind: 'issue-stage-payment-order',
    title: { zh: '开具报账支付令', en: 'Order the payment of an approved claim' },
    verb: 'issueStagePaymentOrder',
    subject: 'StageClaim',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.stage as about, t.approved_on::timestamptz as since, null::date as due_on from funds.stage_claim t, me
      where t.state = 'approved' and ${othersMade('applied_by', 'approved_by')}`,
  },
  {
    kind: 'answer-fund-objection',
    title: { zh: '答复资金公示的异议', en: 'Answer an objection to a posting of funds' },
    verb: 'answerFundObjection',
    subject: 'FundObjection',
    scopes: ['region'],
    rows: `select t.id, t.region_id, n.title as about, t.raised_at as since, n.until_on as due_on
      from funds.notice_objection t join funds.public_notice n on n.id = t.notice_id, me
      where t.answered_at is null and (t.posted_by = any (me.mine)) is not true`,
  },
  {
    kind: 'confirm-fund-report',
    title: { zh: '确认资金月报', en: 'Confirm a monthly fund report' },
    verb: 'confirmFundReport',
    subject: 'FundReport',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.month as about, t.reported_at as since, null::date as due_on from funds.fund_report t, me
      where t.confirmed_at is null and ${othersMade('reported_by')}`,
  },
  exemptionSource(
    {
      title: { zh: '决定月报豁免', en: 'Decide on an exemption from a report' },
      verb: 'approveReportExemption',
      subject: 'ReportExemption',
    },
    'funds',
  ),
  ...medicalTodo,
  ...monitoringTodo,
  ...clearingTodo,
  packSource('approveFundsPack', 'funds'),
  ...projectTodo,
];
