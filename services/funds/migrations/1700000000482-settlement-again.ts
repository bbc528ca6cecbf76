// A stay is quoted, settled, struck, settled again, and supplemented (试算、结算、冲账、重新结算、补结算); what depended on a changed year is found.
import { migration } from '#platform/database/migration';
import { definer, inRange, protect } from '#platform/database/protect';

const OLD_RECORD =
  'funds.record_settlement(uuid, uuid, uuid, int, text, bigint, jsonb, jsonb, text[], text[], bigint[], text[], bigint[])';

const quote = `
declare
  found_stay stay;
begin
  select * into found_stay from stay s where s.id = p_stay and s.hospital_id = funds.scope_unit() for update;
  if found_stay.id is null then return 'unknown'; end if;
  if found_stay.status not in ('discharged', 'quoted') then return 'status ' || found_stay.status; end if;
  update stay set status = 'quoted', quoted_hash = p_hash, quoted_on = funds.today() where id = p_stay;
  return 'done';
end`;

const shares = (settlement: string, hospital: string, path: string) => `
  insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
    select ${settlement}, given.ordinal, given.layer, given.payer,
      case given.payer when 'hospital' then ${hospital} else (select m.unit_id from settlement_payer m where m.payer = given.payer) end,
      ${hospital}, ${path}, given.fen
    from unnest(p_layers, p_payers, p_amounts) with ordinality as given(layer, payer, fen, ordinal);`;

const missingPayer = `
  select given.payer into missing from unnest(p_payers) as given(payer)
    where given.payer <> 'hospital' and not exists (select 1 from settlement_payer m where m.payer = given.payer) limit 1;
  if missing is not null then return 'payer ' || missing; end if;`;

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
  select * into policy from settlement_policy p where p.id = p_policy and starts_with(found_stay.path, p.path);
  if policy.id is null then return 'policy-unknown'; end if;${missingPayer}
  select sum(f.amount), sum(f.out_of_policy) into whole, beyond from stay_fee f where f.stay_id = p_stay;
  insert into settlement (id, kind, attempt, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id, pack_hash,
      engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
    values (p_id, 'settlement', 1 + (select count(*) from settlement t where t.stay_id = p_stay and t.kind = 'settlement'), p_stay, found_stay.hospital_id,
      found_stay.hospital_grade, found_stay.member_id, found_stay.patient_name, found_stay.region_id, found_stay.path, p_year, p_policy, policy.hash,
      p_engine, whole, whole - beyond, beyond, p_patient, p_outcome, p_input, funds.scope_person(), funds.today());${shares('p_id', 'found_stay.hospital_id', 'found_stay.path')}
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_id, found_stay.member_id, p_year, given.name, given.fen from unnest(p_names, p_deltas) as given(name, fen);
  update stay set status = 'settled' where id = p_stay;
  return 'done';
end`;

/** Of the same patient and year, settled later, and decided by a running total that has changed, or by how many stays came before. */
const dependents = `
begin
  insert into settlement_dependence (cause_id, settlement_id, path)
    select p_cause, t.id, t.path from settlement t
    where t.member_id = p_of.member_id and t.year = p_of.year and t.kind = 'settlement' and t.id > p_of.id and t.id <> p_cause
      and not exists (select 1 from settlement k where k.strikes_id = t.id)
      and (t.input is null
        or exists (select 1 from member_year_total m where m.settlement_id = p_cause and t.input -> 'running' ? m.name)
        or (p_of.kind = 'settlement' and t.kind = 'settlement' and (t.input -> 'facts' ->> 'stayOfYear')::int > 1
          and exists (select 1 from settlement k where k.id = p_cause and k.kind = 'strike')));
end`;

const supplement = `
declare
  old settlement;
  missing text;
begin
  select * into old from settlement s where s.id = p_settlement and s.hospital_id = funds.scope_unit() and s.kind = 'settlement' for update;
  if old.id is null then return 'unknown'; end if;
  if exists (select 1 from settlement k where k.strikes_id = old.id) then return 'struck'; end if;${missingPayer}
  insert into member_year (member_id, year) values (old.member_id, old.year) on conflict do nothing;
  perform 1 from member_year m where m.member_id = old.member_id and m.year = old.year for update;
  if p_seen <> (select count(*) from settlement t where t.supplements_id = old.id) then return 'moved'; end if;
  insert into settlement (id, kind, supplements_id, reason, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id,
      pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
    values (p_id, 'supplement', old.id, p_reason, old.stay_id, old.hospital_id, old.hospital_grade, old.member_id, old.patient_name, old.region_id, old.path,
      old.year, old.policy_id, old.pack_hash, p_engine, 0, 0, 0, p_patient, p_outcome, p_input, funds.scope_person(), funds.today());${shares('p_id', 'old.hospital_id', 'old.path')}
  insert into member_year_total (settlement_id, member_id, year, name, amount)
    select p_id, old.member_id, old.year, given.name, given.fen from unnest(p_names, p_deltas) as given(name, fen);
  perform funds.find_dependents(p_id, old);
  return 'done';
end`;

/** The settlement and whatever supplemented it are each undone by a negated copy. */
const strike = `
declare
  first settlement;
  old settlement;
  made uuid;
begin
  select * into first from settlement s where s.id = p_id and funds.heir_of(s.hospital_id) = funds.scope_unit();
  if first.id is null then return 'unknown'; end if;
  if first.kind <> 'settlement' then return 'struck'; end if;
  perform 1 from member_year m where m.member_id = first.member_id and m.year = first.year for update;
  for old in select * from settlement s where s.id = first.id or s.supplements_id = first.id order by s.id loop
    made := case when old.id = first.id then p_new else gen_random_uuid() end;
    insert into settlement (id, kind, strikes_id, strikes_kind, reason, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path,
        year, policy_id, pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, settled_by, settled_on)
      values (made, 'strike', old.id, old.kind, p_reason, old.stay_id, old.hospital_id, old.hospital_grade, old.member_id, old.patient_name,
        old.region_id, old.path, old.year, old.policy_id, old.pack_hash, old.engine_version, -old.bill, -old.in_policy, -old.out_of_policy,
        -old.patient_pays, old.outcome, funds.scope_person(), funds.today());
    insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
      select made, s.ordinal, s.layer, s.payer, s.payer_unit_id, s.hospital_id, s.path, -s.amount from settlement_share s where s.settlement_id = old.id;
    insert into member_year_total (settlement_id, member_id, year, name, amount)
      select made, t.member_id, t.year, t.name, -t.amount from member_year_total t where t.settlement_id = old.id;
  end loop;
  update stay set status = 'struck' where id = first.stay_id;
  perform funds.find_dependents(p_new, first);
  return 'done';
end`;

const slip = `
declare
  before int;
begin
  if not exists (select 1 from settlement s where s.id = p_settlement and funds.heir_of(s.hospital_id) = funds.scope_unit()) then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('funds.slip ' || p_settlement::text, 0));
  select count(*) into before from slip_print p where p.settlement_id = p_settlement;
  insert into slip_print (settlement_id, number, printed_by, printed_at) values (p_settlement, before + 1, funds.scope_person(), now());
  return before + 1;
end`;

const RECORD = 'p_layers text[], p_payers text[], p_amounts bigint[], p_names text[], p_deltas bigint[]) returns text';

export const settlementAgain = migration(
  1700000000482,
  'SettlementAgain',
  (names) => `
alter table funds.stay add column quoted_hash text, add column quoted_on date;
alter table funds.settlement
  add column attempt int,
  add column supplements_id uuid references funds.settlement (id),
  drop constraint settlement_kind,
  add constraint settlement_kind check (kind in ('settlement', 'strike', 'supplement')),
  drop constraint settlement_strike_not_struck,
  add constraint settlement_strike_not_struck check (strikes_kind in ('settlement', 'supplement')),
  drop constraint settlement_sign,
  add constraint settlement_sign check (case kind when 'settlement' then bill > 0 and patient_pays >= 0 when 'strike' then bill <= 0 else bill = 0 end),
  add constraint settlement_supplement_points_back check ((kind = 'supplement') = (supplements_id is not null));
alter table funds.settlement disable trigger append_only;
update funds.settlement set attempt = 1 where kind = 'settlement';
alter table funds.settlement enable trigger append_only;
alter table funds.settlement add constraint settlement_attempt_counted check ((kind = 'settlement') = (attempt is not null));
drop index funds.settlement_stay_once;
create unique index settlement_stay_once on funds.settlement (stay_id, attempt) where kind = 'settlement';
create index settlement_by_supplemented on funds.settlement (supplements_id) where supplements_id is not null;
create index settlement_by_member on funds.settlement (member_id, year, id);

create table funds.settlement_dependence (
  cause_id uuid not null references funds.settlement (id),
  settlement_id uuid not null references funds.settlement (id),
  path text collate "C" not null,
  primary key (cause_id, settlement_id)
);
create index settlement_dependence_by_path on funds.settlement_dependence (path);
create index settlement_dependence_by_settlement on funds.settlement_dependence (settlement_id);
${protect('funds.settlement_dependence', names, { region: inRange('path') })}
create table funds.slip_print (
  settlement_id uuid not null references funds.settlement (id),
  number int not null,
  printed_by uuid not null,
  printed_at timestamptz not null,
  primary key (settlement_id, number)
);
${protect('funds.slip_print', names, {})}

drop function ${OLD_RECORD};
drop function funds.strike_settlement(uuid, uuid, text);
${definer('funds.find_dependents(p_cause uuid, p_of funds.settlement) returns void', dependents, names, 'funds', [])}
${definer('funds.record_quote(p_stay uuid, p_hash text) returns text', quote, names, 'funds', ['institution'])}
${definer(`funds.record_settlement(p_id uuid, p_stay uuid, p_policy uuid, p_year int, p_engine text, p_patient bigint, p_outcome jsonb, p_input jsonb, ${RECORD}`, record, names, 'funds', ['institution'])}
${definer(`funds.record_supplement(p_id uuid, p_settlement uuid, p_seen int, p_reason text, p_engine text, p_patient bigint, p_outcome jsonb, p_input jsonb, ${RECORD}`, supplement, names, 'funds', ['institution'])}
${definer('funds.strike_settlement(p_id uuid, p_new uuid, p_reason text) returns text', strike, names, 'funds', ['institution'])}
${definer('funds.count_slip_print(p_settlement uuid) returns int', slip, names, 'funds', ['institution'])}
-- A quoted stay is as open as one that was not quoted yet: it passes to whoever succeeds its hospital.
do $pass$
begin
  execute replace(pg_get_functiondef((select p.oid from pg_proc p where p.proname = 'apply_units' and p.pronamespace = 'funds'::regnamespace)),
    'in (''admitted'', ''discharged'')', 'in (''admitted'', ''discharged'', ''quoted'')');
end $pass$;
`,
);
