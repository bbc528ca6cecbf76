// Re-organisations (区划调整): proposed by one person, approved by another, carried out once, and announced to the other subgraphs.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isOpen, protect } from '#platform/database/protect';
import { regionMoves } from '#platform/database/region-moves';

const decided = ['path', 'state', 'approved_by', 'approved_at', 'document_number', 'remark'];
const carriedOut = ['executed_by', 'executed_at', 'epoch'];

/** Regions first, and by their foreign keys what stands on them; then the copy of the tree; rights end in the same instant. */
const execute = `
declare
  change region_change;
  present int;
  person uuid := nullif(current_setting('scope.person', true), '')::uuid;
  today date := (now() at time zone 'Asia/Shanghai')::date;
begin
  select * into change from region_change c
    where c.id = p_id and c.path >= nullif(current_setting('scope.lo', true), '') and c.path < nullif(current_setting('scope.hi', true), '') for update;
  if change.id is null then return 'unknown'; end if;
  if change.state <> 'approved' then return 'state ' || change.state; end if;
  if change.effective_on > today then return 'early'; end if;
  select t.epoch into present from region_tree t for update;
  if present <> change.base_epoch then return 'stale'; end if;
  perform organisation.lock_regions(change.plan -> 'moves');

  insert into region (id, code, name, kind, parent_id, statistical_parent_id, path, valid_from, origin_id)
    select f.id, f.code, f.name, f.kind, f."parentId", f."statisticalParentId", f.path, change.effective_on, f."originId"
    from jsonb_to_recordset(change.plan -> 'founded')
      as f(id uuid, code text, name text, kind text, "parentId" uuid, "statisticalParentId" uuid, path text, "originId" uuid);
  update region r set code = p.code, name = p.name, parent_id = p."parentId", statistical_parent_id = p."statisticalParentId", path = p.path,
      valid_from = case when p.past then r.valid_from else change.effective_on end,
      valid_to = case when p.ends then change.effective_on else r.valid_to end, successor_id = coalesce(p."successorId", r.successor_id)
    from jsonb_to_recordset(change.plan -> 'rows')
      as p(id uuid, code text, name text, "parentId" uuid, "statisticalParentId" uuid, path text, "successorId" uuid, ends boolean, past boolean)
    where r.id = p.id;
  perform organisation.apply_regions(present + 1, change.plan);

  update appointment a set valid_to = greatest(a.valid_from, today), ended_by = person, end_reason = change.document_number
    where a.region_id in (select value::uuid from jsonb_array_elements_text(change.plan -> 'ended')) and (a.valid_to is null or a.valid_to > today);
  update region_tree set epoch = present + 1;
  insert into region_event (epoch, change_id, change)
    values (present + 1, change.id, change.plan - 'rows');
  update region_change set state = 'executed', executed_by = person, executed_at = now(), epoch = present + 1 where id = p_id;
  return 'done';
end`;

export const addRegionChanges = migration(
  1700000000040,
  'AddRegionChanges',
  (names) => `
${regionMoves(names)}

alter table organisation.region add column successor_id uuid references organisation.region (id),
  add column origin_id uuid references organisation.region (id),
  add constraint region_ended_has_successor check ((valid_to is null) = (successor_id is null)),
  drop constraint region_period,
  -- What a region was until its last day stands in region_former; the row of an ended region says when, and where its rows lie.
  add constraint region_period check (valid_to >= valid_from);
drop trigger keep_former on organisation.region;
create trigger keep_former before update on organisation.region for each row
  when (old.valid_to is null and (old.code, old.name, old.parent_id, old.statistical_parent_id, old.path)
        is distinct from (new.code, new.name, new.parent_id, new.statistical_parent_id, new.path))
  execute function organisation.keep_former_region();
create index region_former_by_day on organisation.region_former (valid_to, valid_from);

create function organisation.region_on(p_day date) returns table (id uuid, code text, name text, kind text, parent_id uuid,
  statistical_parent_id uuid, path text, valid_from date, valid_to date, successor_id uuid) language sql stable as $on$
  select r.id, r.code, r.name, r.kind, r.parent_id, r.statistical_parent_id, r.path, r.valid_from, r.valid_to, r.successor_id
  from organisation.region r where r.valid_from <= p_day and (r.valid_to is null or r.valid_to > p_day)
  union all
  select f.region_id, f.code, f.name, r.kind, f.parent_id, f.statistical_parent_id, f.path, f.valid_from, f.valid_to, null
  from organisation.region_former f join organisation.region r on r.id = f.region_id where f.valid_from <= p_day and f.valid_to > p_day
$on$;

create table organisation.region_change (
  id uuid primary key,
  title text not null constraint region_change_title_length check (length(title) between 2 and 100),
  region_id uuid not null,
  path text collate "C" not null,
  effective_on date not null,
  base_epoch int not null,
  steps jsonb not null,
  plan jsonb not null,
  plan_hash text not null,
  state text not null default 'proposed' constraint region_change_state check (state in ('proposed', 'approved', 'rejected', 'executed')),
  proposed_by uuid not null references organisation.person (id),
  proposed_at timestamptz not null default now(),
  approved_by uuid references organisation.person (id),
  approved_at timestamptz,
  document_number text,
  remark text,
  executed_by uuid references organisation.person (id),
  executed_at timestamptz,
  epoch int constraint region_change_epoch_once unique,
  constraint region_change_four_eyes check (approved_by <> proposed_by),
  constraint region_change_decided_whole check ((state = 'proposed') = (approved_by is null) and (approved_by is null) = (approved_at is null)),
  constraint region_change_needs_document check (state in ('proposed', 'rejected') or length(document_number) between 2 and 100),
  constraint region_change_rejection_says_why check (state <> 'rejected' or remark is not null),
  constraint region_change_executed_whole check (
    (state = 'executed') = (executed_by is not null) and (executed_by is null) = (executed_at is null) and (executed_by is null) = (epoch is null))
);
create index region_change_in_order on organisation.region_change (path, id);
${protect('organisation.region_change', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('organisation.region_change', 'organisation', [...decided, ...carriedOut])}
grant update (${decided.filter((column) => column !== 'path').join(', ')}) on organisation.region_change to ${names.kind('region')};
create function organisation.region_change_is_decided_once() returns trigger language plpgsql as $once$
begin
  if old.state = new.state or (old.state = 'proposed' and new.state in ('approved', 'rejected')) or (old.state = 'approved' and new.state = 'executed') then
    if old.state = 'proposed' or (old.approved_by, old.approved_at, old.document_number, old.remark)
        is not distinct from (new.approved_by, new.approved_at, new.document_number, new.remark) then return new; end if;
  end if;
  raise exception 'a re-organisation is decided once and carried out once'
    using errcode = 'integrity_constraint_violation', constraint = 'region_change_decided_once';
end $once$;
create trigger decided_once before update on organisation.region_change for each row execute function organisation.region_change_is_decided_once();

create table organisation.region_event (
  epoch int primary key,
  change_id uuid not null references organisation.region_change (id),
  change jsonb not null,
  announced_at timestamptz not null default now()
);
${protect('organisation.region_event', names, { public: isOpen() })}
${appendOnly('organisation.region_event', 'organisation')}
${definer('organisation.execute_region_change(p_id uuid) returns text', execute, names, 'organisation', ['region'])}
`,
);
