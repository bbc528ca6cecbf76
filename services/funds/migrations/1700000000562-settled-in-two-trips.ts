// A settlement is written in one trip with its end (一次往返结算): what refuses it raises, and the year's burden before it is told to monitoring beforehand.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** Of a deed that nobody waits for: another verdict than done undoes the transaction, and tells itself. */
const insist = `
begin
  if p_verdict is distinct from 'done' then
    raise exception 'the verdict was %', p_verdict using errcode = 'integrity_constraint_violation', constraint = 'verdict_done', detail = p_verdict;
  end if;
end`;

/** Sums alone leave this function; what was struck sums to nothing with what struck it. */
const burden = `
declare
  patient uuid;
begin
  select s.member_id into patient from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit();
  if patient is null then return null; end if;
  return (select jsonb_build_object('bill', coalesce(sum(t.bill), 0)::text, 'compliant', coalesce(sum(t.in_policy), 0)::text,
      'patientPays', coalesce(sum(t.patient_pays), 0)::text, 'patientCompliant', coalesce((
        select sum(m.amount) from settlement x join member_year_total m on m.settlement_id = x.id
        where x.member_id = patient and x.year = p_year and m.name like 'patient-borne/in-policy/%'), 0)::text)
    from settlement t where t.member_id = patient and t.year = p_year);
end`;

export const settledInTwoTrips = migration(
  1700000000562,
  'SettledInTwoTrips',
  (names) => `
${definer('funds.insist(p_verdict text) returns void', insist, names, 'funds', ['institution'])}
${definer('funds.member_year_burden(p_stay uuid, p_year int) returns jsonb', burden, names, 'funds', ['institution'])}
`,
);
