// WHERE is the database: one generator writes the row-level security of every table, so that a predicate is never copied.
import type { ScopeKind } from '../vocabulary/caller';
import type { RoleNames } from './roles';

/** Settings are wrapped in a sub-select (once a statement) and `''` counts as missing: a used connection holds `''`, not null. */
const setting = (name: string) => `(select nullif(current_setting('scope.${name}', true), ''))`;

export const inRange = (column: string) => `(${column} >= ${setting('lo')} and ${column} < ${setting('hi')})`;
export const isListed = (column: string) =>
  `${column} = any ((select nullif(current_setting('scope.households', true), '')::uuid[])::uuid[])`;
export const isMine = (column: string) => `${column} = ${setting('person')}::uuid`;
export const isMyUnit = (column: string) => `${column} = ${setting('unit')}::uuid`;
/** Facts that anybody may know, such as the divisions of the country. */
export const isOpen = () => 'true';

type Verb = 'select' | 'insert' | 'update' | 'delete';

export interface Reach {
  /** rows of this kind that are seen (and, with `verbs`, changed) */
  rows: string;
  /** rows that it may leave written, where these are fewer */
  writes?: string;
  verbs?: Verb[];
}

/** ENABLE, FORCE, one policy per scope kind, grants to match; the owner and the keeper pass, a kind that is not named sees nothing. */
export function protect(table: string, names: RoleNames, reaches: Partial<Record<ScopeKind, string | Reach>>): string {
  const lines = [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy owner on ${table} to current_user using (true) with check (true);`,
    `create policy keeper on ${table} to ${names.keeper} using (true) with check (true);`,
    `grant select, insert, update, delete on ${table} to ${names.keeper};`,
  ];
  for (const [kind, given] of Object.entries(reaches) as [ScopeKind, string | Reach][]) {
    const { rows, writes = rows, verbs = ['select'] }: Reach = typeof given === 'string' ? { rows: given } : given;
    const role = names.kind(kind);
    lines.push(
      `create policy ${kind} on ${table} to ${role} using (${rows}) with check (${writes});`,
      `grant ${verbs.join(', ')} on ${table} to ${role};`,
    );
  }
  return lines.join('\n');
}

/** A SECURITY DEFINER function of the keeper: fixed search path, closed to everybody but the kinds named. */
export function definer(
  signature: string,
  body: string,
  names: RoleNames,
  schema: string,
  kinds: readonly ScopeKind[],
): string {
  const bare = signature.slice(0, signature.indexOf(') returns') + 1).replace(/ default [^,)]+/g, '');
  return `
create function ${signature} language plpgsql security definer set search_path = ${schema}, pg_temp as $definer$
${body}
$definer$;
revoke all on function ${bare} from public;
grant create on schema ${schema} to ${names.keeper};
alter function ${bare} owner to ${names.keeper};
revoke create on schema ${schema} from ${names.keeper};
${kinds.length > 0 ? `grant execute on function ${bare} to ${kinds.map((kind) => names.kind(kind)).join(', ')};` : ''}`;
}

/** The same function anew, for a later migration: who may call it stays as it was. */
export const redefined = (...told: Parameters<typeof definer>): string =>
  definer(...told).replace('create function', 'create or replace function');

/** A trigger that forbids change and removal: truth is appended. Columns named may still change (a path, when regions move). */
export function appendOnly(table: string, schema: string, changeable: readonly string[] = []): string {
  const flat = table.replace('.', '_');
  const strip = changeable.length > 0 ? ` - array[${changeable.map((name) => `'${name}'`).join(', ')}]` : '';
  return `
create function ${schema}.${flat.slice(schema.length + 1)}_is_appended() returns trigger language plpgsql as $append$
begin
  if tg_op = 'UPDATE' and to_jsonb(old)${strip} = to_jsonb(new)${strip} then return new; end if;
  raise exception 'rows of ${table} are appended, never changed' using errcode = 'integrity_constraint_violation', constraint = '${flat}_append_only';
end $append$;
create trigger append_only before update or delete on ${table} for each row execute function ${schema}.${flat.slice(schema.length + 1)}_is_appended();
create trigger append_only_truncate before truncate on ${table} for each statement execute function ${schema}.${flat.slice(schema.length + 1)}_is_appended();`;
}
