// Look-backs (回头看): a campaign over a frozen list of households, each checked, fixed where something is wrong, re-checked by another person.
import { migration } from '#platform/database/migration';
import { appendOnly, inRange, isListed, protect } from '#platform/database/protect';

/** The same table as look-back.rules.ts, which a test compares with this one. */
const moves = `('to-check', 'clean'), ('to-check', 'problem'), ('problem', 'fixed'), ('fixed', 'settled'), ('fixed', 'problem')`;
/** Whoever adds a case and whoever closes wait for one another: each then counts what the other has written. */
const lock = (kind: '' | '_shared', id: string) =>
  `perform pg_advisory_xact_lock${kind}(hashtextextended('households.look_back ' || ${id}, 0));`;
/** A campaign is seen below too: whoever works in its region must know of it, and it is opened and closed where it is wholly in range. */
const COVERS = `(${inRange('path')} or starts_with((select nullif(current_setting('scope.lo', true), '')), path))`;

export const addLookBacks = migration(
  1700000000234,
  'AddLookBacks',
  (names) => `
create table households.look_back (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  year int not null,
  title text not null,
  document_number text not null,
  visit_until date not null,
  recheck_until date not null,
  close_until date not null,
  households int not null,
  list_hash text not null,
  pack_name text not null,
  pack_hash text not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  summary text,
  constraint look_back_days_in_order check (visit_until <= recheck_until and recheck_until <= close_until),
  constraint look_back_four_eyes check (closed_by <> opened_by),
  constraint look_back_closed_whole check ((closed_by is null) = (closed_at is null) and (closed_by is null) = (summary is null))
);
create index look_back_in_order on households.look_back (path, id);
create unique index look_back_one_open on households.look_back (region_id, year) where closed_at is null;

create table households.look_back_case (
  id uuid primary key,
  look_back_id uuid not null references households.look_back (id),
  household_id uuid,
  region_id uuid not null,
  path text collate "C" not null,
  state text not null constraint look_back_case_state check (state in ('to-check', 'clean', 'problem', 'fixed', 'settled')),
  category text,
  finding text,
  check_id uuid references households.guarantee_check (id),
  checked_by uuid,
  checked_at timestamptz,
  fix text,
  determination_id uuid references households.determination (id),
  fixed_by uuid,
  fixed_at timestamptz,
  rechecked_by uuid,
  rechecked_at timestamptz,
  recheck_remark text,
  returned int not null default 0,
  constraint look_back_case_once unique (look_back_id, household_id),
  constraint look_back_case_four_eyes check (rechecked_by <> checked_by and rechecked_by <> fixed_by),
  constraint look_back_case_checked_whole check ((state = 'to-check') = (checked_by is null) and (checked_by is null) = (checked_at is null)),
  constraint look_back_case_problem_named check ((state in ('to-check', 'clean')) = (category is null)),
  constraint look_back_case_settled_whole check (state <> 'settled' or (rechecked_by is not null and fixed_by is not null)),
  constraint look_back_case_missed check (household_id is not null or category = 'missed'),
  constraint look_back_case_household foreign key (household_id, region_id, path)
    references households.household (id, region_id, path) on update cascade
);
create index look_back_case_of_region on households.look_back_case (look_back_id, path, id) include (state, category);
create index look_back_case_of_household on households.look_back_case (household_id);
create unique index look_back_case_one_determination on households.look_back_case (look_back_id, determination_id);
create index look_back_case_unsettled on households.look_back_case (look_back_id, path) where state in ('to-check', 'problem', 'fixed');
${protect('households.look_back_case', names, {
  region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: isListed('household_id'),
})}
${protect('households.look_back', names, {
  region: { rows: COVERS, writes: inRange('path'), verbs: ['select', 'insert', 'update'] },
  paired: 'exists (select 1 from households.look_back_case c where c.look_back_id = look_back.id)',
})}

create function households.look_back_case_follows_its_table() returns trigger language plpgsql as $table$
declare
  moving text[] := array['region_id', 'path'];
begin
  if tg_op = 'INSERT' then ${lock('_shared', 'new.look_back_id')} end if;
  if tg_op = 'INSERT' and new.state in ('to-check', 'problem') and exists (
    select 1 from households.look_back l where l.id = new.look_back_id and l.closed_at is null and starts_with(new.path, l.path)) then return new; end if;
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - moving = to_jsonb(new) - moving then return new; end if;
    if (old.state, new.state) in (values ${moves}) and old.id = new.id and old.look_back_id = new.look_back_id
      and old.household_id is not distinct from new.household_id then return new; end if;
  end if;
  raise exception 'a case of a look-back goes by its table of states' using errcode = 'integrity_constraint_violation', constraint = 'look_back_case_follows_its_table';
end $table$;
create trigger follows_its_table before insert or update or delete on households.look_back_case
  for each row execute function households.look_back_case_follows_its_table();

create function households.look_back_closes_when_settled() returns trigger language plpgsql as $closes$
declare
  moving text[] := array['region_id', 'path'];
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - moving = to_jsonb(new) - moving then return new; end if;
    ${lock('', 'new.id')}
    if old.closed_at is null and new.closed_at is not null
      and to_jsonb(old) - array['closed_by', 'closed_at', 'summary'] = to_jsonb(new) - array['closed_by', 'closed_at', 'summary']
      and not exists (select 1 from households.look_back_case c where c.look_back_id = new.id and c.state in ('to-check', 'problem', 'fixed')) then return new; end if;
  end if;
  raise exception 'a look-back is closed once, when each case is settled' using errcode = 'integrity_constraint_violation', constraint = 'look_back_closes_when_settled';
end $closes$;
create trigger closes_when_settled before update or delete on households.look_back
  for each row execute function households.look_back_closes_when_settled();

create table households.look_back_step (
  id uuid primary key,
  case_id uuid not null references households.look_back_case (id),
  region_id uuid not null,
  path text collate "C" not null,
  from_state text,
  to_state text not null,
  remark text,
  taken_by uuid not null,
  taken_at timestamptz not null
);
create index look_back_step_in_order on households.look_back_step (case_id, taken_at, id);
${protect('households.look_back_step', names, { region: { rows: inRange('path'), verbs: ['select', 'insert'] } })}
${appendOnly('households.look_back_step', 'households', ['region_id', 'path'])}
`,
);
