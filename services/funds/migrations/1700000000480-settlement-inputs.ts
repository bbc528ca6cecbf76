// A settlement keeps what decided it (结算依据), so that it can be worked out again; a payer that no unit stands for is told by its name.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

const OLD =
  'funds.record_settlement(uuid, uuid, uuid, int, text, bigint, jsonb, text[], text[], bigint[], text[], bigint[])';

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
  if found_stay.status <> 'discharged' then return 'status ' || found_stay.status; end if;
  select * into policy from settlement_policy p where p.id = p_policy and starts_with(found_stay.path, p.path);
  if policy.id is null then return 'policy-unknown'; end if;
  select given.payer into missing from unnest(p_payers) as given(payer)
    where given.payer <> 'hospital' and not exists (select 1 from settlement_payer m where m.payer = given.payer) limit 1;
  if missing is not null then return 'payer ' || missing; end if;
  select sum(f.amount), sum(f.out_of_policy) into whole, beyond from stay_fee f where f.stay_id = p_stay;
  insert into settlement (id, kind, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id, pack_hash,
      engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
    values (p_id, 'settlement', p_stay, found_stay.hospital_id, found_stay.hospital_grade, found_stay.member_id, found_stay.patient_name,
      found_stay.region_id, found_stay.path, p_year, p_policy, policy.hash, p_engine, whole, whole - beyond, beyond, p_patient, p_outcome, p_input,
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

export const settlementInputs = migration(
  1700000000480,
  'SettlementInputs',
  (names) => `
alter table funds.settlement add column input jsonb,
  add constraint settlement_input_kept check (engine_version = '1' or kind = 'strike' or input is not null);
drop function ${OLD};
${definer('funds.record_settlement(p_id uuid, p_stay uuid, p_policy uuid, p_year int, p_engine text, p_patient bigint, p_outcome jsonb, p_input jsonb, p_layers text[], p_payers text[], p_amounts bigint[], p_names text[], p_deltas bigint[]) returns text', record, names, 'funds', ['institution'])}
`,
);
