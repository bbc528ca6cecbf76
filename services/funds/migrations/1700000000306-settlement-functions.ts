// The hands on stays and settlements: a hospital reaches its own stays only, and of a person's year no more than the running totals.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const admit = `
begin
  if p_admitted_on > funds.today() then return 'future'; end if;
  if not exists (select 1 from scope s where s.region_id = p_region and s.path = p_path collate "C") then return 'region-unknown'; end if;
  -- The index stay_one_open decides between two hospitals at once; this answers the ordinary case without breaking a transaction.
  if exists (select 1 from stay s where s.member_id = p_member and s.status in ('admitted', 'discharged')) then return 'open'; end if;
  insert into stay (id, hospital_id, hospital_grade, member_id, household_id, region_id, path, patient_name, tags, household_state, insured,
      register_version, treat_first, admitted_on, admitted_by)
    values (p_id, funds.scope_unit(), p_grade, p_member, p_household, p_region, p_path, p_name, p_tags, p_state, p_insured,
      p_version, p_treat_first, p_admitted_on, funds.scope_person());
  return 'done';
end`;

const putFees = `
declare
  found_stay stay;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status not in ('admitted', 'discharged') then return 'status ' || found_stay.status; end if;
  delete from stay_fee f where f.stay_id = p_stay;
  insert into stay_fee (stay_id, ordinal, hospital_id, name, fee_class, amount, out_of_policy)
    select p_stay, given.ordinal, found_stay.hospital_id, given.name, given.class, given.fen, given.beyond
    from unnest(p_names, p_classes, p_amounts, p_out_of_policy) with ordinality as given(name, class, fen, beyond, ordinal);
  return 'done';
end`;

const discharge = `
declare
  found_stay stay;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status <> 'admitted' then return 'status ' || found_stay.status; end if;
  if p_on > funds.today() then return 'future'; end if;
  if p_on < found_stay.admitted_on then return 'before-admission'; end if;
  update stay set status = 'discharged', discharged_on = p_on where id = p_stay;
  return 'done';
end`;

/** Sums alone leave this function: neither the other stays nor the other hospitals. */
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
  return (select coalesce(jsonb_object_agg(sums.name, sums.fen::text), '{}') from (
    select t.name, sum(t.amount) as fen from member_year_total t where t.member_id = patient and t.year = p_year group by t.name
  ) sums);
end`;

const record = `
declare
  found_stay stay;
  policy settlement_policy;
  whole bigint;
  beyond bigint;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status <> 'discharged' then return 'status ' || found_stay.status; end if;
  select * into policy from settlement_policy p where p.id = p_policy and starts_with(found_stay.path, p.path);
  if policy.id is null then return 'policy-unknown'; end if;
  select sum(f.amount), sum(f.out_of_policy) into whole, beyond from stay_fee f where f.stay_id = p_stay;
  insert into settlement (id, kind, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id, pack_hash,
      engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, settled_by, settled_on)
    values (p_id, 'settlement', p_stay, found_stay.hospital_id, found_stay.hospital_grade, found_stay.member_id, found_stay.patient_name,
      found_stay.region_id, found_stay.path, p_year, p_policy, policy.hash, p_engine, whole, whole - beyond, beyond, p_patient, p_outcome,
      funds.scope_person(), funds.today());
  insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
    select p_id, given.ordinal, given.layer, given.payer,
      case given.payer when 'hospital' then found_stay.hospital_id else (select m.unit_id from settlement_payer m where m.payer = given.payer) end,
      found_stay.hospital_id, found_stay.path, given.fen
    from unnest(p_layers, p_payers, p_amounts) with ordinality as given(layer, payer, fen, ordinal);
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_id, found_stay.member_id, p_year, given.name, given.fen from unnest(p_names, p_deltas) as given(name, fen);
  update stay set status = 'settled' where id = p_stay;
  return 'done';
end`;

const strike = `
declare
  old settlement;
begin
  select * into old from settlement s where s.id = p_id and s.hospital_id = funds.scope_unit();
  if old.id is null then return 'unknown'; end if;
  if old.kind = 'strike' then return 'struck'; end if;
  perform 1 from member_year m where m.member_id = old.member_id and m.year = old.year for update;
  insert into settlement (id, kind, strikes_id, strikes_kind, reason, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path,
      year, policy_id, pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, settled_by, settled_on)
    values (p_new, 'strike', old.id, old.kind, p_reason, old.stay_id, old.hospital_id, old.hospital_grade, old.member_id, old.patient_name,
      old.region_id, old.path, old.year, old.policy_id, old.pack_hash, old.engine_version, -old.bill, -old.in_policy, -old.out_of_policy,
      -old.patient_pays, old.outcome, funds.scope_person(), funds.today());
  insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
    select p_new, s.ordinal, s.layer, s.payer, s.payer_unit_id, s.hospital_id, s.path, -s.amount from settlement_share s where s.settlement_id = p_id;
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_new, t.member_id, t.year, t.name, -t.amount from member_year_total t where t.settlement_id = p_id;
  update stay set status = 'struck' where id = old.stay_id;
  return 'done';
end`;

const checkSettlement = `
declare
  checked settlement;
begin
  select * into checked from settlement s where s.id = coalesce(to_jsonb(new) ->> 'settlement_id', to_jsonb(new) ->> 'id')::uuid;
  if checked.bill <> checked.patient_pays + coalesce((select sum(s.amount) from settlement_share s where s.settlement_id = checked.id), 0) then
    raise exception 'settlement % does not sum to its bill', checked.id using errcode = 'integrity_constraint_violation', constraint = 'settlement_sums_to_bill';
  end if;
  return null;
end`;

export const settlementFunctions = migration(
  1700000000306,
  'SettlementFunctions',
  (names) => `
${definer('funds.admit_patient(p_id uuid, p_grade text, p_member uuid, p_household uuid, p_region uuid, p_path text, p_name text, p_tags text[], p_state text, p_insured text, p_version text, p_treat_first boolean, p_admitted_on date) returns text', admit, names, 'funds', ['institution'])}
${definer('funds.put_fees(p_stay uuid, p_names text[], p_classes text[], p_amounts bigint[], p_out_of_policy bigint[]) returns text', putFees, names, 'funds', ['institution'])}
${definer('funds.discharge_patient(p_stay uuid, p_on date) returns text', discharge, names, 'funds', ['institution'])}
${definer('funds.member_year_totals(p_stay uuid, p_year int, p_lock boolean) returns jsonb', memberYear, names, 'funds', ['institution'])}
${definer('funds.record_settlement(p_id uuid, p_stay uuid, p_policy uuid, p_year int, p_engine text, p_patient bigint, p_outcome jsonb, p_layers text[], p_payers text[], p_amounts bigint[], p_names text[], p_deltas bigint[]) returns text', record, names, 'funds', ['institution'])}
${definer('funds.strike_settlement(p_id uuid, p_new uuid, p_reason text) returns text', strike, names, 'funds', ['institution'])}
${definer('funds.check_settlement() returns trigger', checkSettlement, names, 'funds', [])}
create constraint trigger settlement_sums_to_bill after insert on funds.settlement deferrable initially deferred
  for each row execute function funds.check_settlement();
create constraint trigger settlement_share_sums_to_bill after insert on funds.settlement_share deferrable initially deferred
  for each row execute function funds.check_settlement();
`,
);
