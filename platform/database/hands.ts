// Four eyes (四眼) over delegations: each constraint `…_four_eyes` is widened from two persons to everybody whom they stand for.
import type { RoleNames } from './roles';

/**
 * Run after the migrations, again and again to the same end. Each constraint named `…_four_eyes` of a table says which columns of a row are filled by
 * different people; the trigger made from them here keeps, in the column `hands`, for whom each of them acted, and refuses under the
 * constraint's own name a hand that belongs to, acts for, or stands for somebody behind another hand.
 */
export function widenFourEyes({ subgraph }: RoleNames): string {
  return `
create or replace function ${subgraph}.keep_hands_apart() returns trigger language plpgsql as $keep$
declare
  laid jsonb := to_jsonb(new);
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  behind jsonb := coalesce(before -> 'hands', '{}');
  me text := nullif(current_setting('scope.person', true), '');
  principal text := nullif(current_setting('scope.principal', true), '');
  mine text[] := coalesce(nullif(current_setting('scope.stands', true), '')::text[], '{}') || me || principal;
  kept text;
  one text;
  other text;
  at int := 1;
begin
  at := 0;
  while at < tg_nargs loop
    foreach one in array tg_argv[at + 1 : at + 2] loop
      if laid ->> one is not distinct from before ->> one then continue; end if;
      behind := behind - one;
      if laid ->> one = me and principal is not null then behind := behind || jsonb_build_object(one, principal); end if;
    end loop;
    at := at + 3;
  end loop;
  -- The arguments, three by three: a constraint's name, and two columns that it keeps apart.
  at := 0;
  while at < tg_nargs loop
    kept := tg_argv[at];
    one := tg_argv[at + 1];
    other := tg_argv[at + 2];
    at := at + 3;
    if laid ->> one is null or laid ->> other is null then continue; end if;
    if laid ->> one is distinct from before ->> one and laid ->> one = me and (laid ->> other = any (mine) or behind ->> other = any (mine))
      or laid ->> other is distinct from before ->> other and laid ->> other = me and (laid ->> one = any (mine) or behind ->> one = any (mine)) then
      raise exception 'whoever stands for the one hand may not be the other' using errcode = 'check_violation', constraint = kept,
        schema = tg_table_schema, table = tg_table_name;
    end if;
  end loop;
  new.hands := behind;
  return new;
end $keep$;

do $widen$
declare
  found record;
  name text;
begin
  for found in
    select c.conrelid::regclass as told, array_agg(distinct c.conname) as names,
      string_agg(format('%L, %L, %L', c.conname, pair[1], pair[2]), ', ' order by c.conname, pair[1], pair[2]) as triples
    from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '(\\w+) <> (\\w+)', 'g') pair
    where c.contype = 'c' and c.conname like '%\\_four\\_eyes' and c.connamespace = '${subgraph}'::regnamespace
    group by c.conrelid
  loop
    execute format('alter table %s add column if not exists hands jsonb not null default ''{}''', found.told);
    -- One trigger for all of a table's constraints: two would each write the list of hands without what the other had found.
    foreach name in array found.names loop
      execute format('drop trigger if exists %I on %s', 'zz_' || name, found.told);
    end loop;
    -- Last among the triggers before a row: those that forbid other changes have looked by then.
    execute format('create or replace trigger zz_four_eyes before insert or update on %s for each row execute function ${subgraph}.keep_hands_apart(%s)',
      found.told, found.triples);
  end loop;
end $widen$;
`;
}
