// Area programmes (偏远山区综合开发): villages, projects and their money together; drafted by one and approved by another, and seen by each place in it.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert'] };
/** One of its villages in range makes a programme visible, as a notice is by its lines. */
const reached = `(${inRange('path')} or exists (select 1 from funds.area_programme_village v where v.programme_id = area_programme.id))`;

const join = `
declare
  programme area_programme;
  joined project;
begin
  select * into programme from area_programme a where a.id = p_programme and funds.in_scope(a.path);
  select * into joined from project p where p.id = p_project and funds.in_scope(p.path);
  if programme.id is null or joined.id is null then return 'unknown'; end if;
  if programme.approved_at is null then return 'not-approved'; end if;
  -- A project of a village of the programme, or of the town above one.
  if not exists (select 1 from area_programme_village v where v.programme_id = p_programme and (starts_with(v.path, joined.path) or starts_with(joined.path, v.path))) then
    return 'elsewhere';
  end if;
  insert into area_programme_project (programme_id, project_id, region_id, path, joined_by, joined_at)
    values (p_programme, p_project, joined.region_id, joined.path, funds.scope_person(), now());
  return 'done';
end`;

export const areaProgrammes = migration(
  1700000000423,
  'AreaProgrammes',
  (names) => `
create table funds.area_programme (
  id uuid primary key,
  name text not null constraint area_programme_name_length check (length(name) between 4 and 100),
  region_id uuid not null,
  path text collate "C" not null,
  from_year int not null constraint area_programme_from check (from_year between 2000 and 2100),
  to_year int not null,
  goals text not null constraint area_programme_goals_length check (length(goals) between 4 and 2000),
  planned bigint not null constraint area_programme_planned_above_zero check (planned > 0),
  document_number text,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint area_programme_years check (to_year between from_year and from_year + 10),
  constraint area_programme_four_eyes check (approved_by <> drafted_by),
  constraint area_programme_approved_whole check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (document_number is null))
);
create index area_programme_in_order on funds.area_programme (path, id);

create table funds.area_programme_village (
  programme_id uuid not null references funds.area_programme (id),
  region_id uuid not null,
  path text collate "C" not null,
  constraint area_programme_village_once primary key (programme_id, region_id)
);
create index area_programme_village_by_path on funds.area_programme_village (path, programme_id);
${protect('funds.area_programme_village', names, { region })}
${appendOnly('funds.area_programme_village', 'funds', ['region_id', 'path'])}
${protect('funds.area_programme', names, { region: { rows: reached, writes: inRange('path'), verbs: ['select', 'insert', 'update'] } })}

create table funds.area_programme_project (
  programme_id uuid not null references funds.area_programme (id),
  project_id uuid not null constraint area_programme_project_once primary key references funds.project (id),
  region_id uuid not null,
  path text collate "C" not null,
  joined_by uuid not null,
  joined_at timestamptz not null
);
create index area_programme_project_of on funds.area_programme_project (programme_id, project_id);
${protect('funds.area_programme_project', names, { region: inRange('path') })}
${appendOnly('funds.area_programme_project', 'funds', ['region_id', 'path'])}
${definer('funds.join_area_programme(p_programme uuid, p_project uuid) returns text', join, names, 'funds', ['region'])}
${decidedOnce('funds.area_programme', 'approved_at', ['document_number', 'approved_by', 'approved_at'])}
`,
);
