// Simulations of a policy (政策测算): what was asked, what it came to by payer and place, and samples; past stays are read page by page and cannot be written meanwhile.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect } from '#platform/database/protect';

const within = `
  if not funds.in_scope(p_lo) or p_hi collate "C" > nullif(current_setting('scope.hi', true), '') then
    raise exception 'a range beyond the scope' using errcode = 'insufficient_privilege';
  end if;
  -- From here to its end this transaction cannot write, whoever asks.
  perform set_config('transaction_read_only', 'on', true);`;

const day = `case when p_admission then s.admitted_on else s.discharged_on end`;
const asked = `t.kind = 'settlement' and t.path >= p_lo collate "C" and t.path < p_hi collate "C" and ${day} >= p_from and ${day} < p_until
      and not exists (select 1 from settlement k where k.strikes_id = t.id)`;

const total = `
begin${within}
  return (select count(*) from settlement t join stay s on s.id = t.stay_id where ${asked});
end`;

/**
 * Settlements of whole persons, in the order of persons and settlements; of those who have one that is asked about, all that stand, because
 * each leaves its mark in the totals of the year. `upto` is the last person whom the page covers, null at the end.
 */
const page = `
declare
  cut uuid;
  least uuid;
begin${within}
  select t.member_id into cut from settlement t where t.member_id > p_after order by t.member_id, t.year, t.id offset p_rows limit 1;
  select t.member_id into least from settlement t where t.member_id > p_after order by t.member_id, t.year, t.id limit 1;
  -- One person alone has more than a page.
  if cut = least then select t.member_id into cut from settlement t where t.member_id > least order by t.member_id, t.year, t.id limit 1; end if;
  select t.member_id into upto from settlement t where t.member_id > p_after and t.member_id < cut order by t.member_id desc, t.year desc, t.id desc limit 1;
  cut := coalesce(cut, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  select '[' || coalesce(string_agg(lines.line::text, ',' order by lines.person, lines.id), '') || ']' into stays from (
    select t.member_id as person, t.id, json_build_object(
      'id', t.id, 'memberId', t.member_id, 'year', t.year, 'alsoYear', t.also_year, 'encounter', s.encounter, 'admittedOn', s.admitted_on, 'dischargedOn', s.discharged_on,
      'regionId', t.region_id, 'path', t.path, 'inside', t.path >= p_lo collate "C" and t.path < p_hi collate "C",
      'open', exists (select 1 from settlement_dependence d where d.settlement_id = t.id and not exists (
        select 1 from difference_batch b where b.member_id = t.member_id and array[b.also_year, b.year] && array_remove(array[t.also_year, t.year], null) and b.outcome = 'approved' and b.cause_id >= d.cause_id)),
      'packHash', t.pack_hash, 'earlierPack', (select p.content from pack p where p.id = t.also_policy_id), 'input', coalesce(late.input, t.input),
      'patientPays', (t.patient_pays + coalesce(late.patient_pays, 0))::text,
      'shares', (select coalesce(json_agg(json_build_array(z.payer, z.fen)), '[]') from (
        select h.payer, sum(h.amount)::text as fen from settlement_share h where h.settlement_id = any (array[t.id] || late.ids) group by h.payer) z),
      'moved', (select coalesce(json_agg(json_build_array(z.year, z.name, z.fen)), '[]') from (
        select m.year, m.name, sum(m.amount)::text as fen from member_year_total m where m.settlement_id = any (array[t.id] || late.ids) group by m.year, m.name) z)
    ) as line
    from settlement t join stay s on s.id = t.stay_id
    cross join lateral (
      select array_agg(x.id) as ids, sum(x.patient_pays) as patient_pays,
        (array_agg(x.input order by x.id desc))[1] as input
      from settlement x where x.supplements_id = t.id) late
    where t.member_id > p_after and t.member_id < cut and t.kind = 'settlement'
      and not exists (select 1 from settlement k where k.strikes_id = t.id)
      and t.member_id in (select t.member_id from settlement t join stay s on s.id = t.stay_id
        where t.member_id > p_after and t.member_id < cut and ${asked})
  ) lines;
  return next;
end`;

export const simulations = migration(
  1700000000510,
  'Simulations',
  (names) => `
create table funds.simulation (
  id uuid primary key,
  pack_id uuid not null references funds.pack (id),
  pack_hash text not null,
  pack_name text not null,
  engine_version text not null,
  from_day date not null,
  until_day date not null,
  region_id uuid not null,
  path text collate "C" not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  total int,
  done int not null default 0,
  touched_at timestamptz not null default now(),
  state text not null default 'running' constraint simulation_state check (state in ('running', 'done', 'failed')),
  finished_at timestamptz,
  failure text,
  result jsonb,
  result_hash text,
  constraint simulation_period check (until_day > from_day),
  constraint simulation_finished_whole check ((state = 'running') = (finished_at is null)),
  constraint simulation_done_has_result check ((state = 'done') = (result is not null) and (state = 'done') = (result_hash is not null)),
  constraint simulation_failed_says_why check ((state = 'failed') = (failure is not null))
);
create index simulation_by_path on funds.simulation (path, id);
create unique index simulation_one_running on funds.simulation (asked_by) where state = 'running';
create table funds.simulation_cost (
  simulation_id uuid not null references funds.simulation (id),
  path text collate "C" not null,
  region_id uuid not null,
  payer text not null,
  payer_unit_id uuid,
  stays int not null,
  before_fen bigint not null,
  after_fen bigint not null,
  primary key (simulation_id, path, payer)
);
create index simulation_cost_by_payer on funds.simulation_cost (payer_unit_id, simulation_id);
create table funds.simulation_sample (
  simulation_id uuid not null references funds.simulation (id),
  side text not null constraint simulation_sample_side check (side in ('gain', 'loss')),
  rank int not null,
  settlement_id uuid not null references funds.settlement (id),
  hospital_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  patient_name text not null,
  before_fen bigint not null,
  after_fen bigint not null,
  outcome_before jsonb not null,
  outcome_after jsonb not null,
  primary key (simulation_id, side, rank)
);
${protect('funds.simulation_cost', names, {
  institution: isMyUnit('payer_unit_id'),
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
})}
${protect('funds.simulation', names, {
  institution: `exists (select 1 from funds.simulation_cost c where c.simulation_id = simulation.id and ${isMyUnit('c.payer_unit_id')})`,
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
})}
${protect('funds.simulation_sample', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${decidedOnce('funds.simulation', 'finished_at', ['total', 'done', 'touched_at', 'state', 'finished_at', 'failure', 'result', 'result_hash'])}
${appendOnly('funds.simulation_cost', 'funds', ['path', 'region_id'])}
${appendOnly('funds.simulation_sample', 'funds', ['path', 'region_id'])}
${definer('funds.simulation_total(p_lo text, p_hi text, p_from date, p_until date, p_admission boolean) returns int', total, names, 'funds', ['region'])}
${definer('funds.simulation_page(p_lo text, p_hi text, p_from date, p_until date, p_admission boolean, p_after uuid, p_rows int) returns table (upto uuid, stays text)', page, names, 'funds', ['region'])}
`,
);
