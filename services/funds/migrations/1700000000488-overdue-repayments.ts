// Repayments that are overdue are followed (逾期还款跟进): the hospital and the patient's town see what is open, and each reminder is kept.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect } from '#platform/database/protect';
import { reachOfHeirs } from '#platform/database/unit-heirs';

/** What the parts due before a day make, less what was paid: the last part takes what does not divide. */
const overdue = `
  select greatest(0, case when due.parts >= p_instalments then p_amount else due.parts * (p_amount / p_instalments) end - p_paid)
  from (select count(*) as parts from generate_series(0, p_instalments - 1) n where (p_first_due + make_interval(months => n))::date < p_day) due`;

const remind = `
declare
  agreed repayment_agreement;
  open bigint;
  from_hospital boolean;
begin
  select * into agreed from repayment_agreement a where a.id = p_agreement for update;
  from_hospital := coalesce(funds.heir_of(agreed.hospital_id) = funds.scope_unit(), false);
  if agreed.id is null or not (from_hospital or coalesce(${inRange('agreed.path')}, false)) then return 'unknown'; end if;
  open := funds.repayment_overdue(agreed.amount, agreed.instalments, agreed.first_due_on,
    (select coalesce(sum(r.amount), 0)::bigint from repayment r where r.agreement_id = agreed.id), funds.today());
  if open = 0 then return 'nothing'; end if;
  if exists (select 1 from repayment_reminder m where m.agreement_id = agreed.id and m.reminded_on = funds.today() and m.by_hospital = from_hospital)
    then return 'today'; end if;
  insert into repayment_reminder (id, agreement_id, hospital_id, path, by_hospital, overdue, remark, reminded_by, reminded_on)
    values (p_id, agreed.id, agreed.hospital_id, agreed.path, from_hospital, open, p_remark, funds.scope_person(), funds.today());
  return 'done';
end`;

export const overdueRepayments = migration(
  1700000000488,
  'OverdueRepayments',
  (names) => `
drop trigger append_only on funds.repayment_agreement;
drop trigger append_only_truncate on funds.repayment_agreement;
drop function funds.repayment_agreement_is_appended();
alter table funds.repayment_agreement add column region_id uuid, add column path text collate "C", add column patient_name text;
update funds.repayment_agreement a set region_id = s.region_id, path = s.path, patient_name = s.patient_name from funds.stay s where s.id = a.stay_id;
alter table funds.repayment_agreement alter column region_id set not null, alter column path set not null, alter column patient_name set not null;
create index repayment_agreement_by_path on funds.repayment_agreement (path, id);
${appendOnly('funds.repayment_agreement', 'funds', ['hospital_id', 'path'])}
create policy region on funds.repayment_agreement to ${names.kind('region')} using (${inRange('path')});
grant select on funds.repayment_agreement to ${names.kind('region')};
create policy region on funds.repayment to ${names.kind('region')}
  using (exists (select 1 from funds.repayment_agreement a where a.id = agreement_id and ${inRange('a.path')}));
grant select on funds.repayment to ${names.kind('region')};

create table funds.repayment_reminder (
  id uuid primary key,
  agreement_id uuid not null,
  hospital_id uuid not null,
  path text collate "C" not null,
  by_hospital boolean not null,
  overdue bigint not null constraint repayment_reminder_of_something check (overdue > 0),
  remark text not null,
  reminded_by uuid not null,
  reminded_on date not null,
  constraint repayment_reminder_once_a_day unique (agreement_id, by_hospital, reminded_on),
  constraint repayment_reminder_of_agreement foreign key (agreement_id, hospital_id) references funds.repayment_agreement (id, hospital_id) on update cascade
);
${protect('funds.repayment_reminder', names, { institution: isMyUnit('hospital_id'), region: inRange('path') })}
${reachOfHeirs(names, 'repayment_reminder', 'institution', (mine) => mine('hospital_id'))}
${appendOnly('funds.repayment_reminder', 'funds', ['hospital_id', 'path'])}

create function funds.repayment_overdue(p_amount bigint, p_instalments int, p_first_due date, p_paid bigint, p_day date) returns bigint
  language sql immutable as $overdue$${overdue}$overdue$;
${definer('funds.remind_repayment(p_id uuid, p_agreement uuid, p_remark text) returns text', remind, names, 'funds', ['institution', 'region'])}
do $sign$
declare
  body text := pg_get_functiondef((select p.oid from pg_proc p where p.proname = 'sign_repayment' and p.pronamespace = 'funds'::regnamespace));
begin
  if position('(id, stay_id, hospital_id, settlement_id,' in body) = 0 then raise exception 'sign_repayment names other columns'; end if;
  execute replace(replace(body, '(id, stay_id, hospital_id, settlement_id,', '(id, stay_id, region_id, path, patient_name, hospital_id, settlement_id,'),
    'values (p_id, p_stay, found_stay.hospital_id,', 'values (p_id, p_stay, found_stay.region_id, found_stay.path, found_stay.patient_name, found_stay.hospital_id,');
end $sign$;
`,
);
