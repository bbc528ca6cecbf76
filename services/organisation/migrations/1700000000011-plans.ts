// Plans (年度计划) of regions and units: targets by quarter, milestones and projects; approved by a second person, amended by a new version.
import { migration } from '#platform/database/migration';
import { inRange, isMyUnit, protect, type Reach } from '#platform/database/protect';

const kept = (rows: string, ...more: 'update'[]): Reach => ({ rows, verbs: ['select', 'insert', ...more] });
const ofPlan = 'plan_id in (select p.id from organisation.plan p)';
const parts = ['plan_target', 'plan_milestone', 'plan_project'];
const partOf = (table: string) => `
  plan_id uuid not null constraint ${table}_of references organisation.plan (id),
  position int not null constraint ${table}_position check (position between 1 and 200),
  constraint ${table}_place unique (plan_id, position)`;

export const plans = migration(
  1700000000011,
  'Plans',
  (names) => `
create table organisation.plan (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid references organisation.unit (id),
  year int not null constraint plan_year check (year between 2014 and 2100),
  version int not null constraint plan_version check (version > 0),
  title text not null constraint plan_title_length check (length(title) between 4 and 200),
  document_number text not null constraint plan_needs_document check (length(document_number) between 2 and 100),
  made_by uuid not null references organisation.person (id),
  made_at timestamptz not null,
  approved_by uuid references organisation.person (id),
  approved_at timestamptz,
  withdrawn_by uuid references organisation.person (id),
  withdrawn_at timestamptz,
  constraint plan_place foreign key (region_id, path) references organisation.region (id, path) on update cascade,
  constraint plan_four_eyes check (approved_by <> made_by),
  constraint plan_approved_whole check ((approved_by is null) = (approved_at is null)),
  constraint plan_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)),
  constraint plan_decided_once check (approved_at is null or withdrawn_at is null)
);
create unique index plan_version_unique on organisation.plan (region_id, coalesce(unit_id, region_id), year, version);
create unique index plan_one_draft on organisation.plan (region_id, coalesce(unit_id, region_id), year)
  where approved_at is null and withdrawn_at is null;
create index plan_of_unit on organisation.plan (unit_id, year) where unit_id is not null;
create index plan_in_order on organisation.plan (path, id);
${protect('organisation.plan', names, {
  region: kept(inRange('path'), 'update'),
  unit: kept(isMyUnit('unit_id'), 'update'),
})}

create table organisation.plan_target (
  id uuid primary key,
  ${partOf('plan_target')},
  quarter text not null constraint plan_target_quarter check (quarter ~ '^20[0-9]{2}Q[1-4]$'),
  households int not null constraint plan_target_households check (households >= 0),
  people int not null constraint plan_target_people check (people >= households),
  constraint plan_target_once unique (plan_id, quarter)
);
create table organisation.plan_milestone (
  id uuid primary key,
  ${partOf('plan_milestone')},
  title text not null,
  due_on date not null,
  done_on date,
  evidence text,
  done_by uuid references organisation.person (id),
  done_at timestamptz,
  constraint plan_milestone_done_whole check (num_nonnulls(done_on, evidence, done_by, done_at) in (0, 4)),
  constraint plan_milestone_not_ahead check ((done_at at time zone 'Asia/Shanghai')::date >= done_on)
);
create table organisation.plan_project (
  id uuid primary key,
  ${partOf('plan_project')},
  name text not null,
  kind text not null constraint plan_project_kind check (kind in ('programme', 'project')),
  thrust text not null constraint plan_project_thrust check (thrust in ('development', 'guarantee')),
  reach text not null constraint plan_project_reach check (reach in ('household', 'area'))
);
${protect('organisation.plan_target', names, { region: kept(ofPlan), unit: kept(ofPlan) })}
${protect('organisation.plan_milestone', names, { region: kept(ofPlan, 'update'), unit: kept(ofPlan, 'update') })}
${protect('organisation.plan_project', names, { region: kept(ofPlan), unit: kept(ofPlan) })}

create function organisation.plan_is_frozen() returns trigger language plpgsql set search_path = organisation, pg_temp as $frozen$
begin
  if tg_op = 'INSERT' then
    if new.approved_at is null and new.withdrawn_at is null then return new; end if;
  elsif tg_op = 'UPDATE' then
    if to_jsonb(old) - 'path' = to_jsonb(new) - 'path' then return new; end if;
    if old.approved_at is null and old.withdrawn_at is null
      and to_jsonb(old) - array['approved_by', 'approved_at', 'withdrawn_by', 'withdrawn_at']
        = to_jsonb(new) - array['approved_by', 'approved_at', 'withdrawn_by', 'withdrawn_at'] then return new; end if;
  end if;
  raise exception 'a plan is amended by a new version' using errcode = 'integrity_constraint_violation', constraint = 'plan_is_frozen';
end $frozen$;
create trigger frozen before insert or update or delete on organisation.plan for each row execute function organisation.plan_is_frozen();

-- Parts come with the draft; of an approved plan a milestone is told done, once.
create function organisation.part_of_plan() returns trigger language plpgsql set search_path = organisation, pg_temp as $part$
begin
  if tg_op = 'INSERT' then
    if exists (select 1 from plan p where p.id = new.plan_id and p.approved_at is null and p.withdrawn_at is null) then return new; end if;
  elsif tg_op = 'UPDATE' then
    if to_jsonb(old) ->> 'done_at' is null
      and to_jsonb(old) - array['done_on', 'evidence', 'done_by', 'done_at'] = to_jsonb(new) - array['done_on', 'evidence', 'done_by', 'done_at']
      and exists (select 1 from plan p where p.id = new.plan_id and p.approved_at is not null) then return new; end if;
  end if;
  raise exception 'parts of a plan change with a new version' using errcode = 'integrity_constraint_violation', constraint = 'plan_is_frozen';
end $part$;
${parts
  .map(
    (table) =>
      `create trigger frozen before insert or update or delete on organisation.${table} for each row execute function organisation.part_of_plan();`,
  )
  .join('\n')}
${['plan', ...parts]
  .map(
    (table) =>
      `create trigger frozen_truncate before truncate on organisation.${table} for each statement execute function organisation.plan_is_frozen();`,
  )
  .join('\n')}
`,
);
