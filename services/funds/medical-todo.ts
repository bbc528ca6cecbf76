// What may wait for somebody in one-stop settlement (医疗待办): people to insure, stays to settle, repayments that are overdue.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';
import { OVERDUE } from './repayment/list-overdue';

/** Since the day on which its first part fell due: what an agreement owes longest stands first. */
const overdueRows = `select t.id, t.region_id, t.patient_name as about, t.first_due_on::timestamptz as since, t.first_due_on as due_on
      from funds.repayment_agreement t, me where ${OVERDUE} > 0`;

export const medicalTodo: readonly TodoSource[] = [
  {
    kind: 'insure-patient',
    title: { zh: '为未参保患者办理参保', en: 'Insure somebody who was found uninsured' },
    verb: 'closeInsuranceTask',
    subject: 'InsuranceTask',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.patient_name as about, t.found_on::timestamptz as since, null::date as due_on
      from funds.insurance_task t, me where t.closed_on is null`,
  },
  {
    kind: 'settle-stay',
    title: { zh: '出院待结算', en: 'Settle a stay after discharge' },
    verb: 'settleStay',
    subject: 'Stay',
    scopes: ['institution'],
    rows: `select t.id, t.region_id, t.patient_name as about, t.discharged_on::timestamptz as since, null::date as due_on
      from funds.stay t, me where t.status in ('discharged', 'quoted') and t.hospital_id = me.unit`,
  },
  {
    kind: 'collect-repayment',
    title: { zh: '收回逾期还款', en: 'Collect a repayment that is overdue' },
    verb: 'recordRepayment',
    subject: 'RepaymentAgreement',
    scopes: ['institution'],
    rows: overdueRows,
  },
  {
    kind: 'follow-repayment',
    title: { zh: '跟进逾期还款', en: 'Follow a repayment that is overdue' },
    verb: 'remindRepayment',
    subject: 'RepaymentAgreement',
    scopes: ['region'],
    // Whoever was reminded is given a month.
    rows: `${overdueRows} and not exists (select 1 from funds.repayment_reminder m where m.agreement_id = t.id and not m.by_hospital
        and m.reminded_on > me.today - 30)`,
  },
  {
    kind: 'propose-differences',
    title: { zh: '提出后续结算的差额', en: 'Propose what a changed settlement makes of later ones' },
    verb: 'proposeDifferences',
    subject: 'Settlement',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.year::text as about, t.settled_on::timestamptz as since, null::date as due_on
      from funds.settlement t, me where exists (select 1 from funds.settlement_dependence d where d.cause_id = t.id)
        and not exists (select 1 from funds.difference_batch b where b.member_id = t.member_id and b.year = t.year and b.proposed_at::date >= t.settled_on
          and (b.outcome is null or b.outcome = 'approved') and b.cause_id >= t.id)`,
  },
  {
    kind: 'decide-differences',
    title: { zh: '决定差额批', en: 'Decide on a difference batch' },
    verb: 'approveDifferences',
    subject: 'DifferenceBatch',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.year::text as about, t.proposed_at as since, null::date as due_on
      from funds.difference_batch t, me where t.outcome is null and ${othersMade('proposed_by')}`,
  },
];
