// How a subgraph's copy of the managing tree changes (区划调整): what a region was, where the rows of an ended one lie, and the one way to move paths.
import { definer } from './protect';
import type { RoleNames } from './roles';

/**
 * Keys of a move, taken alone; of a write, taken shared: `through` every region down to one's own, and `at` one's own. A write meets a move
 * of a region above it (through), or below or at it (at), and none beside it. Whoever has no region writes `at` the root, which every move takes.
 */
const lockRegions = (s: string) => `
declare
  key text;
begin
  perform set_config('lock_timeout', '2000', true);
  for key in
    select '${s}.through ' || (move ->> 'from') from jsonb_array_elements(p_moves) move
    union select '${s}.at ' || left(move ->> 'from', 5 * depth)
    from jsonb_array_elements(p_moves) move cross join lateral generate_series(0, length(move ->> 'from') / 5) depth
    order by 1
  loop
    perform pg_advisory_xact_lock(hashtextextended(key, 0));
  end loop;
end`;

/**
 * Every column named `path` or `…_path`, whichever table comes to be. First those that are their row's own: what hangs on them by a
 * foreign key follows by cascade, and only what hangs on nothing is left.
 */
const movePaths = (s: string) => `
declare
  target record;
  at_once bigint;
  moved bigint := 0;
begin
  for target in
    select c.oid::regclass as name, a.attname as place, exists (
        select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confupdtype = 'c' and a.attnum = any (f.conkey)
      ) as follows
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname ~ '(^|_)path$' and a.atttypid = 'text'::regtype and not a.attisdropped
    where c.relnamespace = '${s}'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('scope', 'scope_past', 'region', 'region_former')
    order by 3, 1, 2
  loop
    execute format(
        'update %1$s set %2$I = $2 || substr(%2$I, length($1) + 1) where %2$I >= $1 collate "C" and %2$I < (left($1, -1) || ''0'') collate "C"',
        target.name, target.place)
      using p_from, p_to;
    get diagnostics at_once = row_count;
    moved := moved + at_once;
  end loop;
  return moved;
end`;

const applyRegions = (s: string) => `
declare
  present int;
  move record;
  day date := (p_change ->> 'effectiveOn')::date;
  moved bigint := 0;
begin
  perform set_config('lock_timeout', '2000', true);
  select e.epoch into present from scope_epoch e for update;
  if present >= p_epoch then return 0; end if;
  if present <> p_epoch - 1 then raise exception 'epoch % cannot follow %', p_epoch, present; end if;
  perform ${s}.lock_regions(p_change -> 'moves');
  for move in
    select given.value ->> 'from' as lo, given.value ->> 'to' as into_path
    from jsonb_array_elements(p_change -> 'moves') with ordinality given(value, at) order by given.at
  loop
    insert into scope_past (region_id, kind, path, valid_from, valid_to)
      select s.region_id, s.kind, s.path, s.valid_from, day from scope s
      where s.path >= move.lo and s.path < left(move.lo, -1) || '0' and s.valid_from < day;
    update scope s set path = move.into_path || substr(s.path, length(move.lo) + 1), valid_from = day, epoch = p_epoch
      where s.path >= move.lo and s.path < left(move.lo, -1) || '0';
    moved := moved + ${s}.move_paths(move.lo, move.into_path);
  end loop;
  insert into scope_ended (region_id, path, ended_on, origin_id)
    select s.region_id, s.path, day, s.origin_id from scope s where s.region_id in (select value::uuid from jsonb_array_elements_text(p_change -> 'ended'));
  delete from scope s where s.region_id in (select value::uuid from jsonb_array_elements_text(p_change -> 'ended'));
  insert into scope (region_id, path, kind, epoch, valid_from, origin_id)
    select given.id, given.path, given.kind, p_epoch, day, given."originId"
    from jsonb_to_recordset(p_change -> 'founded') as given(id uuid, path text, kind text, "originId" uuid);
  update scope_epoch set epoch = p_epoch, applied_at = clock_timestamp(), rows_moved = moved;
  return moved;
end`;

/** SQL of each subgraph's migration. The tables hold paths of regions and nothing about anybody, as `scope` does. */
export function regionMoves(names: RoleNames): string {
  const s = names.subgraph;
  const readers = `${names.app}, ${names.keeper}, ${names.kinds.join(', ')}`;
  return `
alter table ${s}.scope add column valid_from date not null default '-infinity', add column origin_id uuid;
create table ${s}.scope_past (
  region_id uuid not null,
  kind text not null,
  path text collate "C" not null,
  valid_from date not null,
  valid_to date not null,
  primary key (region_id, valid_from),
  constraint scope_past_period check (valid_to > valid_from)
);
create table ${s}.scope_ended (
  region_id uuid primary key,
  path text collate "C" not null constraint scope_ended_path_unique unique,
  ended_on date not null,
  origin_id uuid
);
create table ${s}.scope_epoch (
  only_one boolean primary key default true constraint scope_epoch_only_one check (only_one),
  epoch int not null constraint scope_epoch_above_zero check (epoch > 0),
  applied_at timestamptz,
  rows_moved bigint not null default 0
);
insert into ${s}.scope_epoch (epoch) select coalesce(max(epoch), 1) from ${s}.scope;
grant select on ${s}.scope_past, ${s}.scope_ended, ${s}.scope_epoch to ${readers};
grant insert, update, delete on ${s}.scope, ${s}.scope_past, ${s}.scope_ended, ${s}.scope_epoch to ${names.keeper};
${definer(`${s}.lock_regions(p_moves jsonb) returns void`, lockRegions(s), names, s, [])}
${definer(`${s}.move_paths(p_from text, p_to text) returns bigint`, movePaths(s), names, s, [])}
${definer(`${s}.apply_regions(p_epoch int, p_change jsonb) returns bigint`, applyRegions(s), names, s, [])}
${s === 'organisation' ? '' : `grant execute on function ${s}.apply_regions(int, jsonb) to ${names.app};`}
`;
}
