// Whether somebody else's scope reaches a row (行可见): the very policies of the table, weighed for settings that are told, not taken from the caller.
import { definer } from './protect';
import type { RoleNames } from './roles';

/** Beside it the days on which each permission table took effect: one that comes back is told again. */
export function rowReach(names: RoleNames): string {
  const s = names.subgraph;
  return `
create table ${s}.policy_effect (
  took_effect timestamptz primary key default clock_timestamp(),
  hash text not null references ${s}.policy_table (hash)
);
grant select, insert on ${s}.policy_effect to ${names.app};
grant select on ${s}.policy_effect, ${s}.policy_table to ${names.kind('region')};
${definer(
  `${s}.row_reach(p_table text, p_id uuid, p_asked jsonb) returns table (at int, seen boolean)`,
  `
declare
  asked record;
  qual text;
  setting text;
  kept jsonb := '{}';
begin
  foreach setting in array array['lo', 'hi', 'households', 'person', 'unit'] loop
    kept := kept || jsonb_build_object(setting, coalesce(current_setting('scope.' || setting, true), ''));
  end loop;
  if to_regclass(format('${s}.%I', p_table)) is null then return; end if;
  for asked in select given.value as scope, given.ordinality::int as number from jsonb_array_elements(p_asked) with ordinality given loop
    select p.qual into qual from pg_policies p
      where p.schemaname = '${s}' and p.tablename = p_table and p.cmd in ('ALL', 'SELECT')
        and p.roles && array['${names.app}_' || (asked.scope ->> 'kind')]::name[];
    at := asked.number;
    seen := false;
    if qual is not null then
      foreach setting in array array['lo', 'hi', 'households', 'person', 'unit'] loop
        perform set_config('scope.' || setting, coalesce(asked.scope ->> setting, ''), true);
      end loop;
      execute format('select coalesce((%s), false) from ${s}.%I where %I.id = $1', qual, p_table, p_table) into seen using p_id;
    end if;
    seen := coalesce(seen, false);
    return next;
  end loop;
  -- The caller's own scope again, for what else is read in this transaction.
  foreach setting in array array['lo', 'hi', 'households', 'person', 'unit'] loop
    perform set_config('scope.' || setting, kept ->> setting, true);
  end loop;
end`,
  names,
  s,
  ['region'],
)}
`;
}
