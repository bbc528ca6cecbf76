// Imports of the register (登记表导入): what was uploaded, sealed until it is committed, what is wrong in it, and which number the national list gave to whom.
import { migration } from '#platform/database/migration';
import { inRange, isListed, isMine, protect } from '#platform/database/protect';

export const registerImports = migration(
  1700000000220,
  'RegisterImports',
  (names) => `
-- Which edition of a row was taken out: told with an exported list, and told again when it comes back.
alter table households.household add column version int not null default 1;
alter table households.member add column version int not null default 1;
create function households.count_version() returns trigger language plpgsql as $version$
begin
  -- What is generated (name_lead) is not there yet before the row is written, and follows the name anyway.
  if to_jsonb(old) - '{path,region_id,version,name_lead}'::text[] is distinct from to_jsonb(new) - '{path,region_id,version,name_lead}'::text[]
    then new.version := old.version + 1; end if;
  return new;
end $version$;
create trigger count_version before update on households.household for each row execute function households.count_version();
create trigger count_version before update on households.member for each row execute function households.count_version();

create table households.register_import (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  person_id uuid not null,
  name text not null,
  bytes int not null,
  sha256 text not null constraint register_import_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text constraint register_import_kind check (kind in ('national', 'export')),
  state text not null default 'uploaded'
    constraint register_import_state check (state in ('uploaded', 'checking', 'checked', 'committing', 'committed', 'failed')),
  registered_on date,
  document_number text,
  line_count int not null default 0,
  household_count int not null default 0,
  member_count int not null default 0,
  change_count int not null default 0,
  conflict_count int not null default 0,
  flaw_count int not null default 0,
  content_hash text,
  failure text,
  uploaded_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  committed_at timestamptz,
  committed_by uuid,
  -- States are decided by two people also where a sheet tells them: who brought it, and who commits it.
  states_told_by uuid,
  states_confirmed_by uuid,
  constraint register_import_four_eyes check (states_confirmed_by <> states_told_by),
  constraint register_import_states_confirmed check (state <> 'committed' or states_told_by is null or states_confirmed_by is not null),
  constraint register_import_committed_whole check ((state = 'committed') = (committed_at is not null)),
  constraint register_import_committed_clean check (state <> 'committed' or flaw_count = 0),
  constraint register_import_checked_has_hash check (state not in ('checked', 'committing', 'committed') or content_hash is not null)
);
create index register_import_in_order on households.register_import (path, id);
${protect('households.register_import', names, {
  region: { rows: inRange('path'), verbs: ['select'] },
  own: { rows: isMine('person_id'), verbs: ['select', 'insert'] },
})}
grant update (kind, state, registered_on, document_number, line_count, household_count, member_count, change_count, conflict_count, flaw_count,
  content_hash, failure, touched_at, committed_at, committed_by, states_told_by, states_confirmed_by) on households.register_import to ${names.kind('region')};
create function households.register_import_is_committed_once() returns trigger language plpgsql as $once$
begin
  if old.state <> 'committed' then return coalesce(new, old); end if;
  -- Where it lies moves with its region.
  if tg_op = 'UPDATE' and to_jsonb(old) - 'path' = to_jsonb(new) - 'path' then return new; end if;
  raise exception 'an import is committed once' using errcode = 'integrity_constraint_violation', constraint = 'register_import_committed_once';
end $once$;
create trigger committed_once before update or delete on households.register_import for each row execute function households.register_import_is_committed_once();

create table households.register_import_file (
  import_id uuid primary key,
  path text collate "C" not null,
  person_id uuid not null,
  sealed bytea not null
);
${protect('households.register_import_file', names, {
  region: { rows: inRange('path'), verbs: ['select', 'delete'] },
  own: { rows: isMine('person_id'), verbs: ['select', 'insert'] },
})}

create table households.register_import_flaw (
  import_id uuid not null,
  ordinal int not null,
  path text collate "C" not null,
  line int not null,
  cell text not null,
  title text not null,
  code text not null,
  constraint register_import_flaw_once primary key (import_id, ordinal)
);
${protect('households.register_import_flaw', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'delete'] } })}

create table households.register_import_difference (
  import_id uuid not null,
  ordinal int not null,
  path text collate "C" not null,
  line int not null,
  cell text not null,
  title text not null,
  household_id uuid not null,
  member_id uuid not null,
  field text not null,
  verdict text not null constraint register_import_difference_verdict check (verdict in ('change', 'conflict', 'done', 'forbidden')),
  -- exported, current and uploaded text of the cell
  sealed bytea not null,
  constraint register_import_difference_once primary key (import_id, ordinal)
);
${protect('households.register_import_difference', names, { region: { rows: inRange('path'), verbs: ['select', 'insert', 'delete'] } })}

-- 户编号 and 人编号 of the national list: ours are given by village.
create table households.national_number (
  subject_id uuid primary key,
  household_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  number text not null constraint national_number_length check (length(number) between 1 and 50),
  import_id uuid not null,
  constraint national_number_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index national_number_by_number on households.national_number (number, path);
create index national_number_by_household on households.national_number (household_id);
${protect('households.national_number', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert'] },
  paired: isListed('household_id'),
  unit: inRange('path'),
})}
`,
);
