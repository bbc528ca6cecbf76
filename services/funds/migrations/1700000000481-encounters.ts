// Encounters (就医): outpatient care beside stays, fees by item, hospitals out of the area, agreements to treat first, people without insurance.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect } from '#platform/database/protect';

const admit = `
declare
  f record;
begin
  select * into f from jsonb_to_record(p_facts) as f(grade text, level text, encounter text, disease text, diagnoses text[], area text, referred boolean,
    outside text, member uuid, household uuid, region uuid, path text, name text, tags text[], state text, insured text, version text,
    treat_first boolean, exclusion text, agreement_on date, admitted_on date);
  if f.admitted_on > funds.today() then return 'future'; end if;
  if not exists (select 1 from scope s where s.region_id = f.region and s.path = f.path collate "C") then return 'region-unknown'; end if;
  -- The index stay_one_open decides between two hospitals at once; this answers the ordinary case without breaking a transaction.
  if f.encounter = 'stay' and exists (select 1 from stay s where s.member_id = f.member and s.encounter = 'stay' and s.status in ('admitted', 'discharged', 'quoted'))
    then return 'open'; end if;
  insert into stay (id, hospital_id, hospital_grade, hospital_level, encounter, disease, diagnoses, area, referred, outside_hospital, member_id, household_id,
      region_id, path, patient_name, tags, household_state, insured, register_version, treat_first, treat_first_exclusion, agreement_on, admitted_on,
      discharged_on, status, admitted_by)
    values (p_id, funds.scope_unit(), f.grade, f.level, f.encounter, f.disease, f.diagnoses, f.area, f.referred, f.outside, f.member, f.household,
      f.region, f.path, f.name, f.tags, f.state, f.insured, f.version, f.treat_first, f.exclusion, f.agreement_on, f.admitted_on,
      case f.encounter when 'outpatient' then f.admitted_on end, case f.encounter when 'outpatient' then 'discharged' else 'admitted' end,
      funds.scope_person());
  if f.insured = 'none' then
    insert into insurance_task (id, member_id, household_id, region_id, path, patient_name, year, found_on)
      values (gen_random_uuid(), f.member, f.household, f.region, f.path, f.name, extract(year from f.admitted_on), funds.today())
      on conflict on constraint insurance_task_once do nothing;
  end if;
  return 'done';
end`;

const putFees = `
declare
  found_stay stay;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status = 'settled' then return 'status ' || found_stay.status; end if;
  delete from stay_fee f where f.stay_id = p_stay;
  insert into stay_fee (stay_id, ordinal, hospital_id, item_code, quantity, consent, name, fee_class, amount, out_of_policy, above_limit, first_borne,
      unconsented)
    select p_stay, given.ordinal, found_stay.hospital_id, given.line ->> 'itemCode', (given.line ->> 'quantity')::numeric,
      (given.line ->> 'consent')::boolean, given.line ->> 'name', given.line ->> 'feeClass', (given.line ->> 'amount')::bigint,
      (given.line ->> 'outOfPolicy')::bigint, (given.line ->> 'aboveLimit')::bigint, (given.line ->> 'firstBorne')::bigint,
      coalesce((given.line ->> 'unconsented')::bigint, 0)
    from jsonb_array_elements(p_lines) with ordinality as given(line, ordinal);
  -- A quote was of other fees.
  update stay set catalogue_hash = p_catalogue, status = case status when 'quoted' then 'discharged' else status end where id = p_stay;
  return 'done';
end`;

const putGiven = `
declare
  found_stay stay;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status = 'settled' then return 'status ' || found_stay.status; end if;
  if found_stay.area <> 'out' then return 'area'; end if;
  update stay set given = p_given, status = case status when 'quoted' then 'discharged' else status end where id = p_stay;
  return 'done';
end`;

/** Sums and a count alone leave this function: neither the other stays nor the other hospitals. */
const memberYear = `
declare
  patient uuid;
begin
  select s.member_id into patient from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit();
  if patient is null then return null; end if;
  if p_lock then
    insert into member_year (member_id, year) values (patient, p_year) on conflict do nothing;
    perform 1 from member_year m where m.member_id = patient and m.year = p_year for update;
  end if;
  return jsonb_build_object(
    'totals', (select coalesce(jsonb_object_agg(sums.name, sums.fen::text), '{}') from (
      select t.name, sum(t.amount) as fen from member_year_total t where t.member_id = patient and t.year = p_year group by t.name having sum(t.amount) <> 0
    ) sums),
    'stays', (select count(*) from settlement t join stay s on s.id = t.stay_id where t.member_id = patient and t.year = p_year and t.kind = 'settlement'
      and s.encounter = 'stay' and not exists (select 1 from settlement k where k.strikes_id = t.id)));
end`;

const closeTask = `
begin
  update insurance_task t set closed_on = funds.today(), closed_by = funds.scope_person(), remark = p_remark
    where t.id = p_id and t.closed_on is null and ${inRange('t.path')};
  return case when found then 'done' else 'unknown' end;
end`;

export const encounters = migration(
  1700000000481,
  'Encounters',
  (names) => `
alter table funds.stay
  add column encounter text not null default 'stay' constraint stay_encounter check (encounter in ('stay', 'outpatient')),
  add column disease text,
  add column diagnoses text[] not null default '{}',
  add column hospital_level text constraint stay_hospital_level check (hospital_level in ('township', 'county', 'city', 'province')),
  add column area text not null default 'in' constraint stay_area check (area in ('in', 'out')),
  add column referred boolean not null default false,
  add column outside_hospital text,
  add column given jsonb not null default '{}',
  add column treat_first_exclusion text,
  add column agreement_on date,
  add column catalogue_hash text,
  add constraint stay_outpatient_disease check ((encounter = 'outpatient') = (disease is not null)),
  add constraint stay_outside_named check ((area = 'out') = (outside_hospital is not null)),
  add constraint stay_given_out_of_area check (area = 'out' or given = '{}'),
  add constraint stay_treat_first_or_excluded check (not treat_first or treat_first_exclusion is null),
  drop constraint stay_status,
  add constraint stay_status check (status in ('admitted', 'discharged', 'quoted', 'settled', 'struck'));
drop index funds.stay_one_open;
create unique index stay_one_open on funds.stay (member_id) where encounter = 'stay' and status in ('admitted', 'discharged', 'quoted');

alter table funds.stay_fee
  add column item_code text,
  add column quantity numeric(12, 3),
  add column consent boolean,
  add column above_limit bigint,
  add column first_borne bigint,
  add column unconsented bigint not null default 0,
  add constraint stay_fee_parts check (
    unconsented between 0 and out_of_policy and (unconsented = 0 or unconsented = amount) and coalesce(above_limit + first_borne, 0) <= out_of_policy);

create table funds.insurance_task (
  id uuid primary key,
  member_id uuid not null,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  patient_name text not null,
  year int not null,
  found_on date not null,
  closed_on date,
  closed_by uuid,
  remark text,
  constraint insurance_task_once unique (member_id, year),
  constraint insurance_task_closed check ((closed_on is null) = (closed_by is null) and (closed_on is null) = (remark is null))
);
create index insurance_task_by_path on funds.insurance_task (path, id);
${protect('funds.insurance_task', names, { region: inRange('path') })}

create table funds.repayment_agreement (
  id uuid primary key,
  stay_id uuid not null,
  hospital_id uuid not null,
  settlement_id uuid not null references funds.settlement (id),
  amount bigint not null constraint repayment_above_zero check (amount > 0),
  signed_on date not null,
  instalments int not null constraint repayment_instalments check (instalments between 1 and 60),
  first_due_on date not null constraint repayment_due_after_signing check (first_due_on >= signed_on),
  signed_by uuid not null,
  constraint repayment_agreement_once unique (settlement_id),
  constraint repayment_agreement_of_stay foreign key (stay_id, hospital_id) references funds.stay (id, hospital_id) on update cascade,
  constraint repayment_agreement_with_hospital unique (id, hospital_id)
);
create index repayment_agreement_by_hospital on funds.repayment_agreement (hospital_id, id);
create table funds.repayment (
  id uuid primary key,
  agreement_id uuid not null,
  hospital_id uuid not null,
  amount bigint not null constraint repayment_paid_above_zero check (amount > 0),
  paid_on date not null,
  recorded_by uuid not null,
  constraint repayment_of_agreement foreign key (agreement_id, hospital_id) references funds.repayment_agreement (id, hospital_id) on update cascade
);
create index repayment_by_agreement on funds.repayment (agreement_id);
${protect('funds.repayment_agreement', names, { institution: isMyUnit('hospital_id') })}
${protect('funds.repayment', names, { institution: isMyUnit('hospital_id') })}
${appendOnly('funds.repayment_agreement', 'funds', ['hospital_id'])}
${appendOnly('funds.repayment', 'funds', ['hospital_id'])}

drop function funds.admit_patient(uuid, text, uuid, uuid, uuid, text, text, text[], text, text, text, boolean, date);
drop function funds.put_fees(uuid, text[], text[], bigint[], bigint[]);
drop function funds.member_year_totals(uuid, int, boolean);
${definer('funds.admit_patient(p_id uuid, p_facts jsonb) returns text', admit, names, 'funds', ['institution'])}
${definer('funds.put_fees(p_stay uuid, p_lines jsonb, p_catalogue text) returns text', putFees, names, 'funds', ['institution'])}
${definer('funds.put_given(p_stay uuid, p_given jsonb) returns text', putGiven, names, 'funds', ['institution'])}
${definer('funds.member_year_facts(p_stay uuid, p_year int, p_lock boolean) returns jsonb', memberYear, names, 'funds', ['institution'])}
${definer('funds.close_insurance_task(p_id uuid, p_remark text) returns text', closeTask, names, 'funds', ['region'])}
`,
);
