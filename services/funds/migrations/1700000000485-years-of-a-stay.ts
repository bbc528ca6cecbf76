// A stay over the year's end counts in two years (跨年分段): fees have days, and each year its own pack, totals and insurance; a strike undoes both.
import { migration } from '#platform/database/migration';
import { definer, redefined } from '#platform/database/protect';

const putFees = `
declare
  found_stay stay;
  outside bigint;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status = 'settled' then return 'status ' || found_stay.status; end if;
  select min(given.ordinal) - 1 into outside from jsonb_array_elements(p_lines) with ordinality as given(line, ordinal)
    where (given.line ->> 'servedOn')::date not between found_stay.admitted_on and coalesce(found_stay.discharged_on, funds.today());
  if outside is not null then return 'served ' || outside; end if;
  delete from stay_fee f where f.stay_id = p_stay;
  insert into stay_fee (stay_id, ordinal, hospital_id, item_code, quantity, consent, name, served_on, fee_class, amount, out_of_policy, above_limit,
      first_borne, unconsented)
    select p_stay, given.ordinal, found_stay.hospital_id, given.line ->> 'itemCode', (given.line ->> 'quantity')::numeric,
      (given.line ->> 'consent')::boolean, given.line ->> 'name', (given.line ->> 'servedOn')::date, given.line ->> 'feeClass',
      (given.line ->> 'amount')::bigint, (given.line ->> 'outOfPolicy')::bigint, (given.line ->> 'aboveLimit')::bigint,
      (given.line ->> 'firstBorne')::bigint, coalesce((given.line ->> 'unconsented')::bigint, 0)
    from jsonb_array_elements(p_lines) with ordinality as given(line, ordinal);
  -- A quote was of other fees.
  update stay set catalogue_hash = p_catalogue, revision = revision + 1, status = case status when 'quoted' then 'discharged' else status end
    where id = p_stay;
  return 'done';
end`;

const discharge = `
declare
  found_stay stay;
  outside bigint;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status <> 'admitted' then return 'status ' || found_stay.status; end if;
  if p_on > funds.today() then return 'future'; end if;
  if p_on < found_stay.admitted_on then return 'before-admission'; end if;
  select min(f.ordinal) - 1 into outside from stay_fee f where f.stay_id = p_stay and f.served_on > p_on;
  if outside is not null then return 'served ' || outside; end if;
  update stay set status = 'discharged', discharged_on = p_on, insured_on_discharge = p_insured where id = p_stay;
  if p_insured = 'none' then
    insert into insurance_task (id, member_id, household_id, region_id, path, patient_name, year, found_on)
      values (gen_random_uuid(), found_stay.member_id, found_stay.household_id, found_stay.region_id, found_stay.path, found_stay.patient_name,
        extract(year from p_on), funds.today())
      on conflict on constraint insurance_task_once do nothing;
  end if;
  return 'done';
end`;

const missingPayer = `
  select given.payer into missing from unnest(p_payers) as given(payer)
    where given.payer <> 'hospital' and not exists (select 1 from settlement_payer m where m.payer = given.payer) limit 1;
  if missing is not null then return 'payer ' || missing; end if;`;

const shares = (hospital: string, path: string) => `
  insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
    select p_id, given.ordinal, given.layer, given.payer,
      case given.payer when 'hospital' then ${hospital} else (select m.unit_id from settlement_payer m where m.payer = given.payer) end,
      ${hospital}, ${path}, given.fen
    from unnest(p_layers, p_payers, p_amounts) with ordinality as given(layer, payer, fen, ordinal);`;

const record = `
declare
  found_stay stay;
  policy settlement_policy;
  whole bigint;
  beyond bigint;
  missing text;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status not in ('discharged', 'quoted', 'struck') then return 'status ' || found_stay.status; end if;
  -- Fees or what was paid elsewhere were told anew after they were read: nothing is settled by halves.
  if found_stay.revision <> p_revision then return 'moved'; end if;
  select * into policy from settlement_policy p where p.id = p_policy and starts_with(found_stay.path, p.path);
  if policy.id is null then return 'policy-unknown'; end if;
  if p_also_policy is not null and not exists (select 1 from settlement_policy p where p.id = p_also_policy and starts_with(found_stay.path, p.path))
    then return 'policy-unknown'; end if;${missingPayer}
  select sum(f.amount), sum(f.out_of_policy) into whole, beyond from stay_fee f where f.stay_id = p_stay;
  insert into settlement (id, kind, attempt, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, also_year, policy_id,
      also_policy_id, pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
    values (p_id, 'settlement', 1 + (select count(*) from settlement t where t.stay_id = p_stay and t.kind = 'settlement'), p_stay, found_stay.hospital_id,
      found_stay.hospital_grade, found_stay.member_id, found_stay.patient_name, found_stay.region_id, found_stay.path, p_year, p_also_year, p_policy,
      p_also_policy, policy.hash, p_engine, whole, whole - beyond, beyond, p_patient, p_outcome, p_input, funds.scope_person(), funds.today());${shares('found_stay.hospital_id', 'found_stay.path')}
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_id, found_stay.member_id, given.year, given.name, given.fen from unnest(p_years, p_names, p_deltas) as given(year, name, fen);
  update stay set status = 'settled' where id = p_stay;
  return 'done';
end`;

const supplement = `
declare
  old settlement;
  missing text;
begin
  select * into old from settlement s where s.id = p_settlement and s.hospital_id = funds.scope_unit() and s.kind = 'settlement' for update;
  if old.id is null then return 'unknown'; end if;
  if exists (select 1 from settlement k where k.strikes_id = old.id) then return 'struck'; end if;${missingPayer}
  insert into member_year (member_id, year) select old.member_id, y from unnest(array[old.also_year, old.year]) y where y is not null order by y on conflict do nothing;
  perform 1 from member_year m where m.member_id = old.member_id and m.year in (old.also_year, old.year) order by m.year for update;
  if p_seen <> (select count(*) from settlement t where t.supplements_id = old.id) then return 'moved'; end if;
  insert into settlement (id, kind, supplements_id, reason, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, also_year,
      policy_id, also_policy_id, pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
    values (p_id, 'supplement', old.id, p_reason, old.stay_id, old.hospital_id, old.hospital_grade, old.member_id, old.patient_name, old.region_id, old.path,
      old.year, old.also_year, old.policy_id, old.also_policy_id, old.pack_hash, p_engine, 0, 0, 0, p_patient, p_outcome, p_input,
      funds.scope_person(), funds.today());${shares('old.hospital_id', 'old.path')}
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_id, old.member_id, given.year, given.name, given.fen from unnest(p_years, p_names, p_deltas) as given(year, name, fen);
  perform funds.find_dependents(p_id, old);
  return 'done';
end`;

const OLD = 'p_layers text[], p_payers text[], p_amounts bigint[]';
const NEW = `${OLD}, p_years int[], p_names text[], p_deltas bigint[]) returns text`;

export const yearsOfStay = migration(
  1700000000485,
  'YearsOfStay',
  (names) => `
alter table funds.stay_fee add column served_on date;
alter table funds.stay add column insured_on_discharge text, add column revision int not null default 0;
alter table funds.settlement add column also_year int, add column also_policy_id uuid,
  add constraint settlement_two_years check ((also_year is null) = (also_policy_id is null) and (also_year is null or also_year = year - 1));
create index settlement_by_year_before on funds.settlement (member_id, also_year) where also_year is not null;
alter table funds.member_year_total drop constraint member_year_total_pkey, add primary key (settlement_id, year, name);
${redefined('funds.put_fees(p_stay uuid, p_lines jsonb, p_catalogue text) returns text', putFees, names, 'funds', ['institution'])}
drop function funds.discharge_patient(uuid, date);
${definer('funds.discharge_patient(p_stay uuid, p_on date, p_insured text) returns text', discharge, names, 'funds', ['institution'])}
drop function funds.record_settlement(uuid, uuid, uuid, int, text, bigint, jsonb, jsonb, text[], text[], bigint[], text[], bigint[]);
${definer(`funds.record_settlement(p_id uuid, p_stay uuid, p_revision int, p_policy uuid, p_year int, p_also_year int, p_also_policy uuid, p_engine text, p_patient bigint, p_outcome jsonb, p_input jsonb, ${NEW}`, record, names, 'funds', ['institution'])}
drop function funds.record_supplement(uuid, uuid, int, text, text, bigint, jsonb, jsonb, text[], text[], bigint[], text[], bigint[]);
${definer(`funds.record_supplement(p_id uuid, p_settlement uuid, p_seen int, p_reason text, p_engine text, p_patient bigint, p_outcome jsonb, p_input jsonb, ${NEW}`, supplement, names, 'funds', ['institution'])}
do $years$
declare
  change record;
  body text;
begin
  -- What else counts by year does so for both of them.
  for change in select * from (values
    ('put_given', 'set given = p_given', 'set given = p_given, revision = revision + 1'),
    ('member_year_facts', 't.year = p_year and t.kind', 'p_year in (t.year, t.also_year) and t.kind'),
    ('strike_settlement', 'and m.year = first.year for update', 'and m.year in (first.also_year, first.year) order by m.year for update'),
    ('strike_settlement', 'year, policy_id, pack_hash', 'year, also_year, policy_id, also_policy_id, pack_hash'),
    ('strike_settlement', 'old.year, old.policy_id', 'old.year, old.also_year, old.policy_id, old.also_policy_id')) as given(name, was, becomes)
  loop
    body := pg_get_functiondef((select p.oid from pg_proc p where p.proname = change.name and p.pronamespace = 'funds'::regnamespace));
    if position(change.was in body) = 0 then raise exception '% does not say %', change.name, change.was; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $years$;
`,
);
