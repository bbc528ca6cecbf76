// What may wait for somebody in one-stop settlement (医疗待办): people to insure, stays to settle, repayments that are overdue.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

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
