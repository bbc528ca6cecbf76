// Reforms of bureaus (机构改革): units founded, renamed and merged by date; proposed by one person, approved by another, carried out once.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isOpen, protect } from '#platform/database/protect';
import type { RoleNames } from '#platform/database/roles';
import { reachOfHeirs, unitHeirs } from '#platform/database/unit-heirs';
import { scopeKinds } from '#platform/vocabulary/caller';

const everybody = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()]));
const decided = ['path', 'state', 'approved_by', 'approved_at', 'document_number', 'remark'];
const carriedOut = ['executed_by', 'executed_at', 'epoch'];

/** The office and the people of a unit go with it; a seat is of a unit and ends, for whom the successor seats is its own business. */
const passOn = `
    update leading_group set office_unit_id = p_to where office_unit_id = p_from and ended_on is null;
    update person set unit_id = p_to where unit_id = p_from;
    update group_member set valid_to = greatest(valid_from, p_since) where unit_id = p_from and valid_to is null;`;

/** Rights end in the same instant as the unit; the others are told with the epoch of the tree, and only of what they hold rows of. */
const execute = `
declare
  change unit_change;
  present int;
  person uuid := nullif(current_setting('scope.person', true), '')::uuid;
  today date := (now() at time zone 'Asia/Shanghai')::date;
  merged jsonb;
  announced jsonb;
begin
  select * into change from unit_change c
    where c.id = p_id and c.path >= nullif(current_setting('scope.lo', true), '') and c.path < nullif(current_setting('scope.hi', true), '') for update;
  if change.id is null then return 'unknown'; end if;
  if change.state <> 'approved' then return 'state ' || change.state; end if;
  if change.effective_on > today then return 'early'; end if;
  merged := change.plan -> 'merged';
  -- One reform at a time, and none while regions move.
  select t.epoch into present from region_tree t for update;
  if exists (
    select 1 from jsonb_to_recordset(change.plan -> 'touched') as t(id uuid, name text)
    where not exists (select 1 from unit u where u.id = t.id and u.ended_on is null and u.name = t.name
      and (u.named_on is null or u.named_on < change.effective_on))
  ) or exists (
    select 1 from jsonb_to_recordset(change.plan -> 'founded') as f(code text) join unit u on u.code = f.code
  ) then return 'stale'; end if;

  insert into unit (id, code, name, kind, line, region_id, in_leading_group, founded_on, named_on)
    select f.id, f.code, f.name, f.kind, f.line, f."regionId", f."inLeadingGroup", change.effective_on, change.effective_on
    from jsonb_to_recordset(change.plan -> 'founded')
      as f(id uuid, code text, name text, kind text, line text, "regionId" uuid, "inLeadingGroup" boolean);
  update unit u set name = r.name, named_on = change.effective_on
    from jsonb_to_recordset(change.plan -> 'renamed') as r(id uuid, name text) where u.id = r.id;
  update unit u set in_leading_group = true
    from jsonb_to_recordset(merged) as m("from" uuid, "to" uuid), unit gone
    where gone.id = m."from" and gone.in_leading_group and u.id = m."to" and not u.in_leading_group;
  update unit u set ended_on = change.effective_on, successor_id = m."to"
    from jsonb_to_recordset(merged) as m("from" uuid, "to" uuid) where u.id = m."from";
  update appointment a set valid_to = greatest(a.valid_from, today), ended_by = person, end_reason = change.document_number
    where a.unit_id in (select m."from" from jsonb_to_recordset(merged) as m("from" uuid)) and (a.valid_to is null or a.valid_to > today);
  perform organisation.apply_units(merged, change.effective_on);

  if jsonb_array_length(merged) = 0 then present := null;
  else
    present := present + 1;
    -- No region moves: the tree is the same under its next number, by which everybody hears of the mergers.
    announced := jsonb_build_object('effectiveOn', change.effective_on, 'moves', '[]'::jsonb, 'ended', '[]'::jsonb, 'founded', '[]'::jsonb, 'merged', merged);
    perform organisation.apply_regions(present, announced);
    update region_tree set epoch = present;
    insert into region_event (epoch, unit_change_id, change) values (present, change.id, announced);
  end if;
  update unit_change set state = 'executed', executed_by = person, executed_at = now(), epoch = present where id = p_id;
  return 'done ' || coalesce(present::text, '');
end`;

const reach = (names: RoleNames) =>
  [
    reachOfHeirs(names, 'plan', 'unit', (mine) => mine('unit_id')),
    reachOfHeirs(names, 'meeting_attendance', 'unit', (mine) => mine('unit_id')),
    reachOfHeirs(names, 'resolution', 'unit', (mine) => `published_at is not null and ${mine('owner_unit_id')}`),
  ].join('\n');

export const addUnitChanges = migration(
  1700000000090,
  'AddUnitChanges',
  (names) => `
alter table organisation.unit
  add column founded_on date,
  add column named_on date,
  add column ended_on date,
  add column successor_id uuid references organisation.unit (id),
  add constraint unit_ended_has_successor check ((ended_on is null) = (successor_id is null)),
  add constraint unit_succeeded_by_another check (successor_id <> id),
  add constraint unit_period check (ended_on >= founded_on and named_on >= founded_on);
create index unit_by_successor on organisation.unit (successor_id) where successor_id is not null;

create table organisation.unit_former (
  unit_id uuid not null references organisation.unit (id),
  name text not null,
  valid_from date,
  valid_to date not null,
  primary key (unit_id, valid_to),
  constraint unit_former_period check (valid_to > valid_from)
);
${protect('organisation.unit_former', names, everybody)}
${appendOnly('organisation.unit_former', 'organisation')}
create function organisation.keep_former_unit() returns trigger language plpgsql set search_path = organisation, pg_temp as $former$
begin
  if old.ended_on is not null then
    raise exception 'a unit that has ended stays as it was' using errcode = 'check_violation', constraint = 'unit_ended_stays';
  end if;
  if new.name <> old.name then
    insert into unit_former (unit_id, name, valid_from, valid_to) values (old.id, old.name, old.named_on, new.named_on);
  end if;
  return new;
end $former$;
create trigger keep_former before update on organisation.unit for each row execute function organisation.keep_former_unit();

create table organisation.unit_change (
  id uuid primary key,
  title text not null constraint unit_change_title_length check (length(title) between 2 and 100),
  region_id uuid not null,
  path text collate "C" not null,
  effective_on date not null,
  steps jsonb not null,
  plan jsonb not null,
  plan_hash text not null,
  state text not null default 'proposed' constraint unit_change_state check (state in ('proposed', 'approved', 'rejected', 'executed')),
  proposed_by uuid not null references organisation.person (id),
  proposed_at timestamptz not null default now(),
  approved_by uuid references organisation.person (id),
  approved_at timestamptz,
  document_number text,
  remark text,
  executed_by uuid references organisation.person (id),
  executed_at timestamptz,
  epoch int constraint unit_change_epoch_once unique,
  constraint unit_change_four_eyes check (approved_by <> proposed_by),
  constraint unit_change_decided_whole check ((state = 'proposed') = (approved_by is null) and (approved_by is null) = (approved_at is null)),
  constraint unit_change_needs_document check (state in ('proposed', 'rejected') or length(document_number) between 2 and 100),
  constraint unit_change_rejection_says_why check (state <> 'rejected' or remark is not null),
  constraint unit_change_executed_whole check ((state = 'executed') = (executed_by is not null) and (executed_by is null) = (executed_at is null))
);
create index unit_change_in_order on organisation.unit_change (path, id);
${protect('organisation.unit_change', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('organisation.unit_change', 'organisation', [...decided, ...carriedOut])}
grant update (${decided.filter((column) => column !== 'path').join(', ')}) on organisation.unit_change to ${names.kind('region')};
create function organisation.unit_change_is_decided_once() returns trigger language plpgsql as $once$
begin
  if old.state = new.state or (old.state = 'proposed' and new.state in ('approved', 'rejected')) or (old.state = 'approved' and new.state = 'executed') then
    if old.state = 'proposed' or (old.approved_by, old.approved_at, old.document_number, old.remark)
        is not distinct from (new.approved_by, new.approved_at, new.document_number, new.remark) then return new; end if;
  end if;
  raise exception 'a reform is decided once and carried out once'
    using errcode = 'integrity_constraint_violation', constraint = 'unit_change_decided_once';
end $once$;
create trigger decided_once before update on organisation.unit_change for each row execute function organisation.unit_change_is_decided_once();

alter table organisation.region_event
  alter column change_id drop not null,
  add column unit_change_id uuid references organisation.unit_change (id),
  add constraint region_event_of_one_change check (num_nonnulls(change_id, unit_change_id) = 1);

${unitHeirs(names, passOn)}
${reach(names)}
${definer('organisation.execute_unit_change(p_id uuid) returns text', execute, names, 'organisation', ['region'])}
`,
);
