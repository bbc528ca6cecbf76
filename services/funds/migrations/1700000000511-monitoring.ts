// Monitoring of settled discharges (结算监测): what each was judged by, the violations that were found, what lifted them, and how hospital and office answered.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect } from '#platform/database/protect';

/** Of the patient and the years of a settlement: that one and every later one, each with the burden of its year up to it. */
const facts = `
declare
  own settlement;
  first uuid;
begin
  select * into own from settlement s where s.id = p_settlement and (s.hospital_id = funds.scope_unit() or ${inRange('s.path')});
  if own.id is null then return null; end if;
  first := coalesce(own.strikes_id, own.supplements_id, own.id);
  return (
    with settled as (
      select t.id, t.year, t.settled_on, t.stay_id, not exists (select 1 from settlement k where k.strikes_id = t.id) as stands, t.bill, t.in_policy, t.outcome,
        ids.of as ids, (select sum(x.patient_pays) from settlement x where x.id = any (ids.of)) as pays,
        coalesce((select sum(m.amount) from member_year_total m where m.settlement_id = any (ids.of) and m.name like 'patient-borne/in-policy/%'), 0) as pays_in_policy
      from settlement t cross join lateral (select array_agg(x.id) as of from settlement x where x.id = t.id or x.supplements_id = t.id) ids
      where t.member_id = own.member_id and t.year in (own.year, own.also_year) and t.kind = 'settlement'
    )
    select jsonb_agg(jsonb_build_object(
      'settlementId', t.id, 'standing', t.stands, 'encounter', s.encounter, 'area', s.area, 'paidElsewhere', s.given <> '{}', 'treatFirst', s.treat_first,
      'exclusion', s.treat_first_exclusion, 'dischargedOn', s.discharged_on, 'settledOn', t.settled_on,
      'tags', coalesce((select x.outcome -> 'tags' from settlement x where x.supplements_id = t.id order by x.id desc limit 1), t.outcome -> 'tags'),
      'stay', jsonb_build_object('bill', t.bill::text, 'compliant', t.in_policy::text, 'patientPays', t.pays::text, 'patientCompliant', t.pays_in_policy::text),
      'year', (select jsonb_build_object('bill', coalesce(sum(u.bill), 0)::text, 'compliant', coalesce(sum(u.in_policy), 0)::text,
          'patientPays', coalesce(sum(u.pays), 0)::text, 'patientCompliant', coalesce(sum(u.pays_in_policy), 0)::text)
        from settled u where u.stands and u.year = t.year and u.id <= t.id)) order by t.id)
    from settled t join stay s on s.id = t.stay_id
    -- What was struck before has been judged so then.
    where t.id >= first and (t.stands or t.id = first));
end`;

/** A violation that is found again as it was stays the one it is, with its answer; one that is not found any more is lifted. */
const record = `
declare
  own settlement;
  given jsonb;
  judged settlement;
  discharged date;
begin
  select * into own from settlement s where s.id = p_settlement and (s.hospital_id = funds.scope_unit() or ${inRange('s.path')});
  if own.id is null then return; end if;
  for given in select value from jsonb_array_elements(p_checks) loop
    select * into judged from settlement s where s.id = (given ->> 'settlementId')::uuid and s.member_id = own.member_id and s.year in (own.year, own.also_year) and s.kind = 'settlement';
    if judged.id is null then continue; end if;
    select s.discharged_on into discharged from stay s where s.id = judged.stay_id;
    insert into monitoring_check (id, settlement_id, hospital_id, region_id, path, discharged_on, stands, packs, facts, judged_at)
      values ((given ->> 'id')::uuid, judged.id, judged.hospital_id, judged.region_id, judged.path, discharged, (given -> 'facts' ->> 'standing')::boolean
        and (given -> 'facts' ->> 'encounter') = 'stay' and given -> 'packs' <> '{}', given -> 'packs', given -> 'facts', now());
    insert into monitoring_lift (violation_id, check_id, hospital_id, path)
      select v.id, (given ->> 'id')::uuid, v.hospital_id, v.path from monitoring_violation v
      where v.settlement_id = judged.id and not exists (select 1 from monitoring_lift l where l.violation_id = v.id)
        and not exists (select 1 from jsonb_array_elements(given -> 'violations') f
          where f ->> 'measure' = v.measure and f ->> 'packHash' = v.pack_hash and f ->> 'measured' = v.measured);
    insert into monitoring_violation (id, check_id, settlement_id, hospital_id, region_id, path, patient_name, discharged_on, measure, per, cost, pack_hash, measured,
        bound, told_zh, told_en, found_on)
      select (f ->> 'id')::uuid, (given ->> 'id')::uuid, judged.id, judged.hospital_id, judged.region_id, judged.path, judged.patient_name, discharged, f ->> 'measure',
        f ->> 'per', f ->> 'cost', f ->> 'packHash', f ->> 'measured', f ->> 'bound', f ->> 'zh', f ->> 'en', funds.today()
      from jsonb_array_elements(given -> 'violations') f
      where not exists (select 1 from monitoring_violation v where v.settlement_id = judged.id and v.measure = f ->> 'measure'
        and not exists (select 1 from monitoring_lift l where l.violation_id = v.id));
  end loop;
end`;

const state = `
  select case when exists (select 1 from monitoring_lift l where l.violation_id = found.id) then 'lifted' when a.outcome is not null then a.outcome
    when a.explained_at is not null then 'explained' else 'open' end into stands
  from (select 1) one left join monitoring_answer a on a.violation_id = found.id;`;

const explain = `
declare
  found monitoring_violation;
  stands text;
begin
  select * into found from monitoring_violation v where v.id = p_id and v.hospital_id = funds.scope_unit();
  if found.id is null then return 'unknown'; end if;
  perform pg_advisory_xact_lock(hashtextextended('funds.violation ' || p_id::text, 0));${state}
  if stands <> 'open' then return 'state ' || stands; end if;
  insert into monitoring_answer (violation_id, hospital_id, region_id, path, explained_by, explained_at, explanation)
    values (p_id, found.hospital_id, found.region_id, found.path, funds.scope_person(), now(), p_text);
  return 'done';
end`;

/** An explanation is accepted or not; without one a violation can only be upheld. */
const decide = `
declare
  found monitoring_violation;
  stands text;
begin
  select * into found from monitoring_violation v where v.id = p_id and ${inRange('v.path')};
  if found.id is null then return 'unknown'; end if;
  perform pg_advisory_xact_lock(hashtextextended('funds.violation ' || p_id::text, 0));${state}
  if stands not in ('open', 'explained') or (stands = 'open' and p_outcome = 'accepted') then return 'state ' || stands; end if;
  insert into monitoring_answer (violation_id, hospital_id, region_id, path) values (p_id, found.hospital_id, found.region_id, found.path)
    on conflict (violation_id) do nothing;
  update monitoring_answer set outcome = p_outcome, decided_by = funds.scope_person(), decided_at = now(), remark = p_text where violation_id = p_id;
  return 'done';
end`;

const reach = { institution: isMyUnit('hospital_id'), region: inRange('path') };

export const monitoring = migration(
  1700000000511,
  'Monitoring',
  (names) => `
create table funds.monitoring_check (
  id uuid primary key,
  settlement_id uuid not null references funds.settlement (id),
  hospital_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  discharged_on date not null,
  stands boolean not null,
  packs jsonb not null,
  facts jsonb not null,
  judged_at timestamptz not null
);
create index monitoring_check_by_settlement on funds.monitoring_check (settlement_id, id desc);
create index monitoring_check_by_path on funds.monitoring_check (path, discharged_on);
create index monitoring_check_by_hospital on funds.monitoring_check (hospital_id, discharged_on);
create table funds.monitoring_violation (
  id uuid primary key,
  check_id uuid not null references funds.monitoring_check (id),
  settlement_id uuid not null references funds.settlement (id),
  hospital_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  patient_name text not null,
  discharged_on date not null,
  measure text not null,
  per text not null constraint monitoring_violation_per check (per in ('stay', 'year')),
  cost text not null constraint monitoring_violation_cost check (cost in ('all', 'compliant')),
  pack_hash text not null,
  measured text not null,
  bound text not null,
  told_zh text not null,
  told_en text not null,
  found_on date not null,
  constraint monitoring_violation_once unique (check_id, measure)
);
create index monitoring_violation_by_settlement on funds.monitoring_violation (settlement_id);
create index monitoring_violation_by_hospital on funds.monitoring_violation (hospital_id, id);
create index monitoring_violation_by_path on funds.monitoring_violation (path, id);
create table funds.monitoring_lift (
  violation_id uuid primary key references funds.monitoring_violation (id),
  check_id uuid not null references funds.monitoring_check (id),
  hospital_id uuid not null,
  path text collate "C" not null
);
create table funds.monitoring_answer (
  violation_id uuid primary key references funds.monitoring_violation (id),
  hospital_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  explained_by uuid,
  explained_at timestamptz,
  explanation text,
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint monitoring_answer_outcome check (outcome in ('accepted', 'upheld')),
  remark text,
  constraint monitoring_answer_explained_whole check ((explained_by is null) = (explained_at is null) and (explained_by is null) = (explanation is null)),
  constraint monitoring_answer_decided_whole check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (outcome is null) and (decided_by is null) = (remark is null)),
  constraint monitoring_answer_accepts_an_explanation check (outcome is distinct from 'accepted' or explained_by is not null),
  constraint monitoring_answer_four_eyes check (decided_by <> explained_by)
);
${protect('funds.monitoring_check', names, reach)}
${protect('funds.monitoring_violation', names, reach)}
${protect('funds.monitoring_lift', names, reach)}
${protect('funds.monitoring_answer', names, reach)}
${appendOnly('funds.monitoring_check', 'funds', ['path', 'region_id', 'hospital_id'])}
${appendOnly('funds.monitoring_violation', 'funds', ['path', 'region_id', 'hospital_id'])}
${appendOnly('funds.monitoring_lift', 'funds', ['path', 'hospital_id'])}
${decidedOnce('funds.monitoring_answer', 'decided_at', ['decided_by', 'decided_at', 'outcome', 'remark'], ['region_id', 'path', 'hospital_id'])}
${definer('funds.monitoring_facts(p_settlement uuid) returns jsonb', facts, names, 'funds', ['institution', 'region'])}
${definer('funds.record_monitoring(p_settlement uuid, p_checks jsonb) returns void', record, names, 'funds', ['institution', 'region'])}
${definer('funds.explain_violation(p_id uuid, p_text text) returns text', explain, names, 'funds', ['institution'])}
${definer('funds.decide_violation(p_id uuid, p_outcome text, p_text text) returns text', decide, names, 'funds', ['region'])}
`,
);
