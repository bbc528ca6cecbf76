// Who answers for a unit that was merged (单位承继): each subgraph's own list, the reach of a successor, and the one way in which open matters pass on.
import { type ScopeKind, scopeKinds } from '../vocabulary/caller';
import { appendOnly, definer, isOpen, protect } from './protect';
import type { RoleNames } from './roles';

const everybody = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()])) as Record<ScopeKind, string>;
const MINE = `(select nullif(current_setting('scope.unit', true), ''))::uuid`;

/** The unit of the caller, and every unit whose successor it is: the own rows and what is left of theirs. */
export const isOfMyUnits = ({ subgraph }: RoleNames, column: string) =>
  `${column} = any (array(select ${MINE} union all select h.unit_id from ${subgraph}.unit_heir h where h.heir_id = ${MINE}))`;

/** The policy of a kind on a table, from now on reaching over successions. */
export function reachOfHeirs(names: RoleNames, table: string, kind: ScopeKind, rows: (mine: Mine) => string): string {
  const reach = rows((column) => isOfMyUnits(names, column));
  return `alter policy ${kind} on ${names.subgraph}.${table} using (${reach}) with check (${reach});`;
}
type Mine = (column: string) => string;

/**
 * `passOn`: what of this subgraph passes from `p_from` to `p_to`, in plpgsql. A subgraph is told of mergers with the region tree that they
 * raise the epoch of; told twice, nothing is left to pass on. Heirs are always the last of their line: a merger of a successor moves them on.
 */
export function unitHeirs(names: RoleNames, passOn = ''): string {
  const s = names.subgraph;
  return `
create table ${s}.unit_heir (
  unit_id uuid primary key,
  heir_id uuid not null,
  since date not null,
  constraint unit_heir_is_another check (heir_id <> unit_id)
);
create index unit_heir_by_heir on ${s}.unit_heir (heir_id);
${protect(`${s}.unit_heir`, names, everybody)}
create table ${s}.unit_pass (
  subject_kind text not null,
  subject_id uuid not null,
  from_unit uuid not null,
  to_unit uuid not null,
  since date not null,
  constraint unit_pass_once primary key (subject_id, from_unit, subject_kind)
);
${protect(`${s}.unit_pass`, names, { region: isOpen(), unit: isOpen() })}
${appendOnly(`${s}.unit_pass`, s)}

create function ${s}.heir_of(p_unit uuid) returns uuid language sql stable as $heir$
  select coalesce((select h.heir_id from ${s}.unit_heir h where h.unit_id = p_unit), p_unit)
$heir$;

-- The arguments: the constraint whose meaning is kept over successions, then its columns two by two.
create function ${s}.keep_units_apart() returns trigger language plpgsql as $apart$
declare
  laid jsonb := to_jsonb(new);
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  at int := 1;
begin
  while at < tg_nargs loop
    -- Who was apart when the hand was laid stays so, whatever is merged later.
    if (laid ->> tg_argv[at] is distinct from before ->> tg_argv[at] or laid ->> tg_argv[at + 1] is distinct from before ->> tg_argv[at + 1]) and ${s}.heir_of((laid ->> tg_argv[at])::uuid) = ${s}.heir_of((laid ->> tg_argv[at + 1])::uuid) then
      raise exception 'a unit does not check what its predecessor did' using errcode = 'check_violation', constraint = tg_argv[0],
        schema = tg_table_schema, table = tg_table_name;
    end if;
    at := at + 2;
  end loop;
  return new;
end $apart$;

${definer(
  `${s}.apply_units(p_merged jsonb, p_since date) returns void`,
  `
declare
  merged record;
  p_from uuid;
  p_to uuid;
begin
  for merged in select m.value ->> 'from' as gone, m.value ->> 'to' as stays from jsonb_array_elements(p_merged) with ordinality m(value, at) order by m.at loop
    p_from := merged.gone;
    p_to := merged.stays;
    update unit_heir set heir_id = p_to where heir_id = p_from;
    insert into unit_heir (unit_id, heir_id, since) values (p_from, p_to, p_since) on conflict (unit_id) do nothing;
    ${passOn}
  end loop;
end`,
  names,
  s,
  [],
)}
${s === 'organisation' ? '' : `grant execute on function ${s}.apply_units(jsonb, date) to ${names.app};`}
`;
}

/** A trigger function that guards a table lets an open matter pass to the heir of its unit, and nothing else that it did not let pass before. */
export function letPassToHeir({ subgraph: s }: RoleNames, guard: string, column: string): string {
  return `
do $let$
declare
  told text := pg_get_functiondef('${s}.${guard}'::regproc);
  let text := 'begin
  if tg_op = ''UPDATE'' and old.${column} is distinct from new.${column} and new.${column} = ${s}.heir_of(old.${column})
    and to_jsonb(old) - ''${column}'' = to_jsonb(new) - ''${column}'' then return new; end if;';
begin
  execute regexp_replace(told, '\\mbegin\\M', let);
end $let$;`;
}

/** The meaning of a constraint `x <> y` between units, from now on over successions too. */
export function unitsApart({ subgraph: s }: RoleNames, table: string, constraint: string, pairs: string[][]): string {
  const columns = [...new Set(pairs.flat())];
  const told = [constraint, ...pairs.flat()].map((name) => `'${name}'`).join(', ');
  const checked = pairs.map(([, checker]) => checker).filter((one, at, all) => all.indexOf(one) === at);
  return `create trigger ${constraint}_heirs before insert or update of ${checked.join(', ')} on ${s}.${table} for each row
  when (num_nonnulls(${columns.map((column) => `new.${column}`).join(', ')}) > 1) execute function ${s}.keep_units_apart(${told});`;
}
