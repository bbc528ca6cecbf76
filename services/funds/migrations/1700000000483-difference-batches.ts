// Difference batches (差额批): what a struck or supplemented stay changes in later ones, proposed by one person as a whole and approved by another.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect } from '#platform/database/protect';

/** Of the patient and year of a cause: every settlement that stands, in the order in which they were made, and what it has moved. */
const history = `
declare
  cause settlement;
begin
  select * into cause from settlement s where s.id = p_cause and ${inRange('s.path')}
    and exists (select 1 from settlement_dependence d where d.cause_id = s.id);
  if cause.id is null then return null; end if;
  return jsonb_build_object(
    'memberId', cause.member_id, 'regionId', cause.region_id, 'path', cause.path, 'year', cause.year,
    'seen', (select count(*) from settlement t where t.member_id = cause.member_id and t.year = cause.year),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'stay', s.encounter = 'stay',
        'moved', (select coalesce(jsonb_object_agg(z.name, z.fen::text), '{}') from (
          select m.name, sum(m.amount) as fen from member_year_total m
          where m.settlement_id = t.id or m.settlement_id in (select x.id from settlement x where x.supplements_id = t.id) group by m.name) z)) order by t.id), '[]')
      from settlement t join stay s on s.id = t.stay_id
      where t.member_id = cause.member_id and t.year = cause.year and t.kind = 'settlement'
        and not exists (select 1 from settlement k where k.strikes_id = t.id)));
end`;

const propose = `
declare
  cause settlement;
begin
  select * into cause from settlement s where s.id = p_cause and ${inRange('s.path')}
    and exists (select 1 from settlement_dependence d where d.cause_id = s.id);
  if cause.id is null then return 'unknown'; end if;
  insert into member_year (member_id, year) values (cause.member_id, cause.year) on conflict do nothing;
  perform 1 from member_year m where m.member_id = cause.member_id and m.year = cause.year for update;
  if p_seen <> (select count(*) from settlement t where t.member_id = cause.member_id and t.year = cause.year) then return 'moved'; end if;
  if exists (select 1 from difference_batch b where b.member_id = cause.member_id and b.year = cause.year and b.outcome is null) then return 'open'; end if;
  insert into difference_batch (id, cause_id, member_id, region_id, path, year, seen, proposed_by, proposed_at)
    values (p_id, p_cause, cause.member_id, cause.region_id, cause.path, cause.year, p_seen, funds.scope_person(), now());
  insert into difference_line (id, batch_id, settlement_id, hospital_id, path, patient_pays, shares, moved, engine_version, input, outcome)
    select (l ->> 'id')::uuid, p_id, t.id, t.hospital_id, t.path, (l ->> 'patientPays')::bigint, l -> 'shares', l -> 'moved', l ->> 'engineVersion', l -> 'input', l -> 'outcome'
    from jsonb_array_elements(p_lines) l join settlement t on t.id = (l ->> 'settlementId')::uuid and t.member_id = cause.member_id;
  return 'done';
end`;

/** Each line becomes a supplement of its settlement, all or none. */
const decide = `
declare
  batch difference_batch;
  line difference_line;
  old settlement;
begin
  select * into batch from difference_batch b where b.id = p_id and ${inRange('b.path')} for update;
  if batch.id is null then return 'unknown'; end if;
  if batch.outcome is not null then return 'decided'; end if;
  if p_outcome = 'approved' then
    perform 1 from member_year m where m.member_id = batch.member_id and m.year = batch.year for update;
    if batch.seen <> (select count(*) from settlement t where t.member_id = batch.member_id and t.year = batch.year) then return 'moved'; end if;
  end if;
  update difference_batch set outcome = p_outcome, decided_by = funds.scope_person(), decided_at = now(), remark = p_remark where id = p_id;
  if p_outcome <> 'approved' then return 'done'; end if;
  for line in select * from difference_line l where l.batch_id = p_id order by l.settlement_id loop
    select * into old from settlement s where s.id = line.settlement_id;
    insert into settlement (id, kind, supplements_id, reason, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id,
        pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
      values (line.id, 'supplement', old.id, p_reason, old.stay_id, old.hospital_id, old.hospital_grade, old.member_id, old.patient_name, old.region_id, old.path,
        old.year, old.policy_id, old.pack_hash, line.engine_version, 0, 0, 0, line.patient_pays, line.outcome, line.input, batch.proposed_by, funds.today());
    insert into settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
      select line.id, given.ordinal, given.share ->> 'layer', given.share ->> 'payer',
        case given.share ->> 'payer' when 'hospital' then old.hospital_id else (select m.unit_id from settlement_payer m where m.payer = given.share ->> 'payer') end,
        old.hospital_id, old.path, (given.share ->> 'amount')::bigint
      from jsonb_array_elements(line.shares) with ordinality as given(share, ordinal);
    insert into member_year_total (settlement_id, member_id, year, name, amount)
      select line.id, old.member_id, old.year, given.moved ->> 'name', (given.moved ->> 'amount')::bigint from jsonb_array_elements(line.moved) as given(moved);
  end loop;
  return 'done';
end`;

export const differenceBatches = migration(
  1700000000483,
  'DifferenceBatches',
  (names) => `
create table funds.difference_batch (
  id uuid primary key,
  cause_id uuid not null references funds.settlement (id),
  member_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  seen int not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  outcome text constraint difference_batch_outcome check (outcome in ('approved', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  remark text,
  constraint difference_batch_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  constraint difference_batch_four_eyes check (decided_by <> proposed_by)
);
create unique index difference_batch_one_open on funds.difference_batch (member_id, year) where outcome is null;
create index difference_batch_by_path on funds.difference_batch (path, id);
create table funds.difference_line (
  id uuid primary key,
  batch_id uuid not null references funds.difference_batch (id),
  settlement_id uuid not null references funds.settlement (id),
  hospital_id uuid not null,
  path text collate "C" not null,
  patient_pays bigint not null,
  shares jsonb not null,
  moved jsonb not null,
  engine_version text not null,
  input jsonb not null,
  outcome jsonb not null,
  constraint difference_line_once unique (batch_id, settlement_id)
);
${protect('funds.difference_batch', names, { region: inRange('path') })}
${protect('funds.difference_line', names, { region: inRange('path') })}
${decidedOnce('funds.difference_batch', 'decided_at', ['outcome', 'decided_by', 'decided_at', 'remark'])}
${appendOnly('funds.difference_line', 'funds', ['path'])}
${definer('funds.member_year_history(p_cause uuid) returns jsonb', history, names, 'funds', ['region'])}
${definer('funds.propose_differences(p_id uuid, p_cause uuid, p_seen int, p_lines jsonb) returns text', propose, names, 'funds', ['region'])}
${definer('funds.decide_differences(p_id uuid, p_outcome text, p_remark text, p_reason text) returns text', decide, names, 'funds', ['region'])}
`,
);
