// Annual plans of projects (年度项目计划): drafted, posted, approved by another; a project is planned by an approved one, and wound up by an announcement that stands.
import { decidedOnce } from '#platform/database/decided-once';
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, type Reach } from '#platform/database/protect';

const region: Reach = { rows: inRange('path'), verbs: ['select', 'insert'] };
/** One of its projects in range makes a plan visible. */
const reached = `(${inRange('path')} or exists (select 1 from funds.annual_plan_project p where p.plan_id = annual_plan.id))`;

/** Only what stands in the library is planned, and for a year once. */
const planned = `
begin
  -- Locked, so that of two plans with one project the second finds the first.
  perform 1 from project p where p.id = new.project_id and p.in_library and (p.plan_year is null or p.plan_year < new.year) for update;
  if not found then
    raise exception 'a plan is of projects of the library' using errcode = 'integrity_constraint_violation', constraint = 'annual_plan_of_library';
  end if;
  if exists (select 1 from annual_plan a where a.id = new.plan_id and (a.decided_at is not null or a.year <> new.year))
    or exists (select 1 from annual_plan_project x join annual_plan a on a.id = x.plan_id
      where x.project_id = new.project_id and x.year = new.year and a.withdrawn_by is null) then
    raise exception 'a project is planned once a year' using errcode = 'integrity_constraint_violation', constraint = 'annual_plan_project_once';
  end if;
  return new;
end`;

const cleared = `
begin
  if new.approved_by is not null and old.approved_by is null
    and (not funds.notice_cleared('annual-plan', new.id, funds.today()) or funds.notice_stops('annual-plan', new.id, null)) then
    raise exception 'a plan is posted first' using errcode = 'integrity_constraint_violation', constraint = 'annual_plan_posted';
  end if;
  return new;
end`;

/** The step that plans a project rests on an approved plan; the one that ends it on an announcement that stands. */
const grounded = `
begin
  if new.facts ? 'planYear' and not exists (
    select 1 from annual_plan_project x join annual_plan a on a.id = x.plan_id
    where x.project_id = new.project_id and x.year = (new.facts ->> 'planYear')::int and a.approved_by is not null
  ) then
    raise exception 'a project is planned by an approved plan' using errcode = 'integrity_constraint_violation', constraint = 'project_step_planned';
  end if;
  if new.announced and not exists (
    select 1 from public_notice n join project p on p.id = n.subject_id
    where n.subject_kind = 'project' and n.subject_id = new.project_id and n.type = 'announcement' and n.state = 'posted' and n.from_on >= p.since_day
  ) then
    raise exception 'a project is announced first' using errcode = 'integrity_constraint_violation', constraint = 'project_step_announced';
  end if;
  return new;
end`;

export const annualPlans = migration(
  1700000000445,
  'AnnualPlans',
  (names) => `
create table funds.annual_plan (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null constraint annual_plan_year check (year between 2000 and 2100),
  document_number text not null constraint annual_plan_document_length check (length(document_number) between 2 and 100),
  total bigint not null constraint annual_plan_above_zero check (total > 0),
  project_count int not null constraint annual_plan_has_projects check (project_count > 0),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  decided_at timestamptz,
  approved_by uuid,
  withdrawn_by uuid,
  reason text,
  constraint annual_plan_four_eyes check (approved_by <> drafted_by),
  constraint annual_plan_decided_whole check (num_nonnulls(approved_by, withdrawn_by) = case when decided_at is null then 0 else 1 end
    and (withdrawn_by is null) = (reason is null))
);
create index annual_plan_in_order on funds.annual_plan (path, id);

create table funds.annual_plan_project (
  plan_id uuid not null references funds.annual_plan (id),
  project_id uuid not null references funds.project (id),
  year int not null,
  region_id uuid not null,
  path text collate "C" not null,
  name text not null,
  budget bigint not null constraint annual_plan_project_above_zero check (budget > 0),
  primary key (plan_id, project_id)
);
create index annual_plan_project_of on funds.annual_plan_project (project_id, year);
${protect('funds.annual_plan_project', names, { region })}
${appendOnly('funds.annual_plan_project', 'funds', ['region_id', 'path'])}
${protect('funds.annual_plan', names, { region: { rows: reached, writes: inRange('path'), verbs: ['select', 'insert', 'update'] } })}
${decidedOnce('funds.annual_plan', 'decided_at', ['decided_at', 'approved_by', 'withdrawn_by', 'reason', 'hands'])}
${definer('funds.check_annual_plan_project() returns trigger', planned, names, 'funds', [])}
create trigger is_of_library before insert on funds.annual_plan_project for each row execute function funds.check_annual_plan_project();
${definer('funds.check_annual_plan() returns trigger', cleared, names, 'funds', [])}
create trigger checks_its_posting before update on funds.annual_plan for each row execute function funds.check_annual_plan();

alter table funds.project_step add column announced boolean not null default false;
${definer('funds.check_project_grounds() returns trigger', grounded, names, 'funds', [])}
create trigger checks_its_grounds before insert on funds.project_step for each row when (new.facts ? 'planYear' or new.announced)
  execute function funds.check_project_grounds();
`,
);
