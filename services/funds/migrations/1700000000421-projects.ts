// The project library (项目库): a project moves by a step alone, steps are appended in turn and in the order of their days, and whoever checks is another.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMyUnit, protect, type Reach } from '#platform/database/protect';

/** What a step says of the project from now on: a change that is asked for is kept aside until it is adopted. */
const takeStep = `
declare
  stood project;
  told jsonb;
  turn text;
begin
  select * into stood from project p where p.id = new.project_id for update;
  if stood.id is null or stood.state <> new.from_state or stood.steps <> new.ordinal - 1 or new.day < stood.since_day then
    raise exception 'a project takes its steps in turn' using errcode = 'integrity_constraint_violation', constraint = 'project_step_in_turn';
  end if;
  -- Hands take turns in two columns, so that each check lies beside the hand before it.
  turn := case stood.last_hand when 'odd' then 'even' else 'odd' end;
  told := case new.change when 'ask' then '{}'::jsonb when 'adopt' then coalesce(stood.asked, '{}') || new.facts else new.facts end;
  stood.budget_special := coalesce((told ->> 'special')::bigint, stood.budget_special);
  stood.budget_integrated := coalesce((told ->> 'integrated')::bigint, stood.budget_integrated);
  stood.budget_donated := coalesce((told ->> 'donated')::bigint, stood.budget_donated);
  stood.budget_own := coalesce((told ->> 'own')::bigint, stood.budget_own);
  update project p set state = new.to_state, steps = new.ordinal, since_day = new.day, since = new.taken_at,
    in_library = new.in_library, spendable = new.spendable, waiting_posts = new.waiting_posts, waiting_check = new.waiting_check, due_on = new.due_on,
    budget_special = stood.budget_special, budget_integrated = stood.budget_integrated, budget_donated = stood.budget_donated, budget_own = stood.budget_own,
    approved_budget = case when new.approves_budget
      then stood.budget_special + stood.budget_integrated + stood.budget_donated + stood.budget_own else p.approved_budget end,
    starts_on = coalesce((told ->> 'startsOn')::date, p.starts_on), ends_on = coalesce((told ->> 'endsOn')::date, p.ends_on),
    tasks = coalesce(told ->> 'tasks', p.tasks), plan_year = coalesce((told ->> 'planYear')::int, p.plan_year),
    facts = p.facts || told, asked = case new.change when 'ask' then new.facts when 'adopt' then null when 'drop' then null else p.asked end,
    renewed_year = case when new.renews then extract(year from new.day)::int else p.renewed_year end,
    sector_unit = coalesce(new.names_sector, p.sector_unit),
    document_number = coalesce(new.document_number, p.document_number),
    odd_hand = case when new.hand is null then p.odd_hand when turn = 'odd' then new.taken_by when new.hand = 'makes' then null else p.odd_hand end,
    even_hand = case when new.hand is null then p.even_hand when turn = 'even' then new.taken_by when new.hand = 'makes' then null else p.even_hand end,
    last_hand = case when new.hand is null then p.last_hand else turn end,
    checker_id = case when new.hand is null then p.checker_id when new.hand = 'checks' then new.taken_by end
  where p.id = new.project_id;
  return new;
end`;

const measured = `
begin
  if not exists (select 1 from project_target t where t.project_id = new.id) then
    raise exception 'a project without a performance target does not enter' using errcode = 'integrity_constraint_violation', constraint = 'project_has_measured_target';
  end if;
  return null;
end`;

/** A posting is a notice that stands; approval asks that those of all three levels have run their days without an open objection. */
const postings = `
begin
  if new.posts_at is not null and not exists (
    select 1 from public_notice n where n.subject_kind = 'project-' || new.posts_at and n.subject_id = new.project_id and n.type = 'posting' and n.state = 'posted'
  ) then
    raise exception 'a project is posted first' using errcode = 'integrity_constraint_violation', constraint = 'project_step_posted';
  end if;
  if new.cleared and exists (
    select 1 from unnest(array['village', 'town', 'district']) level
    where not funds.notice_cleared('project-' || level, new.project_id, new.day) or funds.notice_stops('project-' || level, new.project_id, null)
  ) then
    raise exception 'its postings have run their days' using errcode = 'integrity_constraint_violation', constraint = 'project_step_cleared';
  end if;
  return new;
end`;

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert'] };
/** Of what hangs on a project the unit of its line sees all, by the project's own policy. */
const ofProject = 'exists (select 1 from funds.project p where p.id = project_id)';

export const projects = migration(
  1700000000421,
  'Projects',
  (names) => `
create table funds.project (
  id uuid primary key,
  number text not null constraint project_number_unique unique,
  name text not null constraint project_name_length check (length(name) between 4 and 100),
  type text not null,
  nature text not null,
  region_id uuid not null,
  path text collate "C" not null,
  place text not null constraint project_place_length check (length(place) between 2 and 200),
  starts_on date not null,
  ends_on date not null,
  responsible_unit text not null constraint project_unit_length check (length(responsible_unit) between 2 and 100),
  responsible_person text not null constraint project_person_length check (length(responsible_person) between 2 and 50),
  tasks text not null constraint project_tasks_length check (length(tasks) between 4 and 2000),
  budget_special bigint not null constraint project_special_not_negative check (budget_special >= 0),
  budget_integrated bigint not null constraint project_integrated_not_negative check (budget_integrated >= 0),
  budget_donated bigint not null constraint project_donated_not_negative check (budget_donated >= 0),
  budget_own bigint not null constraint project_own_not_negative check (budget_own >= 0),
  households int not null constraint project_households check (households >= 0),
  people int not null,
  performance_target text not null constraint project_has_performance_target check (length(btrim(performance_target)) >= 4),
  participation text not null constraint project_participation_length check (length(participation) between 4 and 1000),
  benefit_mechanism text not null constraint project_benefit_length check (length(benefit_mechanism) between 4 and 1000),
  pack_id uuid not null constraint project_by_pack references funds.pack (id),
  pack_hash text not null constraint project_pack_hash check (pack_hash ~ '^[0-9a-f]{64}$'),
  state text not null,
  steps int not null default 0 constraint project_steps check (steps >= 0),
  in_library boolean not null default false, spendable boolean not null default false,
  approved_budget bigint,
  plan_year int constraint project_plan_year check (plan_year between 2000 and 2100),
  facts jsonb not null default '{}',
  asked jsonb,
  renewed_year int,
  renewal_month int not null constraint project_renewal_month check (renewal_month between 1 and 12),
  sector_unit uuid,
  document_number text,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  odd_hand uuid, even_hand uuid,
  last_hand text not null default 'odd' constraint project_last_hand check (last_hand in ('odd', 'even')),
  checker_id uuid,
  waiting_posts text[] not null, waiting_check boolean not null,
  since timestamptz not null,
  since_day date not null,
  due_on date,
  constraint project_four_eyes check (odd_hand <> even_hand and checker_id <> proposed_by),
  constraint project_schedule check (ends_on >= starts_on),
  constraint project_people check (people >= households),
  constraint project_has_budget check (budget_special + budget_integrated + budget_donated + budget_own > 0),
  constraint project_library_on_document check (not in_library or (document_number is not null and approved_budget is not null)),
  constraint project_spends_on_plan check (not spendable or (in_library and plan_year is not null)),
  constraint project_begins_outside check (steps > 0 or not in_library),
  constraint project_place_key unique (id, region_id, path)
);
create index project_in_order on funds.project (path, id);
create index project_by_state on funds.project (path, state);
create index project_of_sector on funds.project (sector_unit, path, id) where sector_unit is not null;
${protect('funds.project', names, { region, unit: isMyUnit('sector_unit') })}

create table funds.project_step (
  id uuid primary key,
  project_id uuid not null,
  ordinal int not null constraint project_step_ordinal check (ordinal >= 1),
  region_id uuid not null,
  path text collate "C" not null,
  code text not null,
  from_state text not null,
  to_state text not null,
  hand text constraint project_step_hand check (hand in ('makes', 'checks')),
  change text constraint project_step_change check (change in ('ask', 'adopt', 'drop')),
  renews boolean not null,
  approves_budget boolean not null,
  names_sector uuid,
  posts_at text constraint project_step_posts_at check (posts_at in ('village', 'town', 'district')),
  cleared boolean not null,
  in_library boolean not null, spendable boolean not null,
  facts jsonb not null,
  day date not null,
  document_number text,
  remark text,
  taken_by uuid not null,
  taken_for uuid,
  taken_post text not null,
  taken_unit uuid,
  taken_at timestamptz not null,
  waiting_posts text[] not null, waiting_check boolean not null,
  due_on date,
  constraint project_step_once unique (project_id, ordinal),
  constraint project_step_day_past check (day <= (taken_at at time zone 'Asia/Shanghai')::date),
  constraint project_step_of_project foreign key (project_id, region_id, path) references funds.project (id, region_id, path) on update cascade
);
create index project_step_in_order on funds.project_step (project_id, ordinal);
${protect('funds.project_step', names, { region, unit: { rows: ofProject, verbs: ['select', 'insert'] } })}
${appendOnly('funds.project_step', 'funds', ['region_id', 'path'])}
${definer('funds.take_project_step() returns trigger', takeStep, names, 'funds', [])}
${definer('funds.check_project_postings() returns trigger', postings, names, 'funds', [])}
create trigger checks_its_postings before insert on funds.project_step for each row when (new.posts_at is not null or new.cleared)
  execute function funds.check_project_postings();
create trigger takes_its_step after insert on funds.project_step for each row execute function funds.take_project_step();

create table funds.project_target (
  id uuid primary key,
  project_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  ordinal int not null constraint project_target_ordinal check (ordinal between 1 and 30),
  kind text not null constraint project_target_kind check (kind in ('output', 'benefit', 'satisfaction')),
  indicator text not null constraint project_target_indicator check (length(indicator) between 2 and 100),
  unit text not null constraint project_target_unit check (length(unit) between 1 and 20),
  target double precision not null constraint project_target_above_zero check (target > 0),
  constraint project_target_once unique (project_id, ordinal),
  constraint project_target_of_project foreign key (project_id, region_id, path) references funds.project (id, region_id, path) on update cascade
);
${protect('funds.project_target', names, { region, unit: ofProject })}
${appendOnly('funds.project_target', 'funds', ['region_id', 'path'])}
${definer('funds.check_project_measured() returns trigger', measured, names, 'funds', [])}
create constraint trigger project_measured after insert on funds.project deferrable initially deferred
  for each row execute function funds.check_project_measured();

-- The unit of the line attaches its papers too.
create policy unit on funds.evidence_use to ${names.kind('unit')} using (${isMyUnit('unit_id')}) with check (${isMyUnit('unit_id')});
grant select, insert on funds.evidence_use to ${names.kind('unit')};
`,
);
