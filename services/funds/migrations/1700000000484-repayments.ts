// Repayment agreements are signed and followed (还款协议): at most what the patient bears, and at most what is still open.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';
import { reachOfHeirs } from '#platform/database/unit-heirs';

const signRepayment = `
declare
  found_stay stay;
  standing settlement;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status <> 'settled' then return 'status ' || found_stay.status; end if;
  select * into standing from settlement t where t.stay_id = p_stay and t.kind = 'settlement' order by t.attempt desc limit 1;
  if p_amount > standing.patient_pays + coalesce((select sum(t.patient_pays) from settlement t where t.supplements_id = standing.id), 0) then return 'too-much'; end if;
  if p_first_due < funds.today() then return 'early'; end if;
  insert into repayment_agreement (id, stay_id, hospital_id, settlement_id, amount, signed_on, instalments, first_due_on, signed_by)
    values (p_id, p_stay, found_stay.hospital_id, standing.id, p_amount, funds.today(), p_instalments, p_first_due, funds.scope_person());
  return 'done';
end`;

const recordRepayment = `
declare
  agreed repayment_agreement;
begin
  select * into agreed from repayment_agreement a where a.id = p_agreement and funds.heir_of(a.hospital_id) = funds.scope_unit() for update;
  if agreed.id is null then return 'unknown'; end if;
  if p_paid_on < agreed.signed_on or p_paid_on > funds.today() then return 'day'; end if;
  if p_amount > agreed.amount - coalesce((select sum(r.amount) from repayment r where r.agreement_id = agreed.id), 0) then return 'too-much'; end if;
  insert into repayment (id, agreement_id, hospital_id, amount, paid_on, recorded_by)
    values (p_id, agreed.id, agreed.hospital_id, p_amount, p_paid_on, funds.scope_person());
  return 'done';
end`;

export const repayments = migration(
  1700000000484,
  'Repayments',
  (names) => `
${definer('funds.sign_repayment(p_id uuid, p_stay uuid, p_amount bigint, p_instalments int, p_first_due date) returns text', signRepayment, names, 'funds', ['institution'])}
${definer('funds.record_repayment(p_id uuid, p_agreement uuid, p_amount bigint, p_paid_on date) returns text', recordRepayment, names, 'funds', ['institution'])}
${reachOfHeirs(names, 'repayment_agreement', 'institution', (mine) => mine('hospital_id'))}
${reachOfHeirs(names, 'repayment', 'institution', (mine) => mine('hospital_id'))}
`,
);
