// Lists what waits for the caller (待办列表), soonest due first, and counts it by kind: one statement over what this caller may do.

import type { Policy } from '../../access/policy';
import { keysOf, type Page, pageOf, pageSize } from '../../database/page';
import { TODAY } from '../../database/today';
import type { Caller } from '../../vocabulary/caller';
import { isId } from '../../vocabulary/id';
import type { Context } from '../context';
import { type TodoArgs, type TodoCount, TodoItem } from './todo-item';
import type { TodoSource } from './todo-source';

export interface TodoDesk {
  sources: readonly TodoSource[];
  permissions: Policy;
}

const LAST_DAY = '9999-12-31';
/** Which clock holds is asked of the database's day, as everything else is. */
const meBy = (subgraph: string) => `today as (select ${TODAY} as today), me as (
  select $1::uuid as person, $2::uuid as unit, $3::uuid as region, $4::text as post, $5::uuid[] as mine, today.today, clock.clock -> 'remindDays' as remind,
    (clock.clock -> 'escalateAfterDays' ->> 'superior')::int as superior, (clock.clock -> 'escalateAfterDays' ->> 'director')::int as director,
    greatest((clock.clock ->> 'urgeEveryDays')::int, 1) as urge_every
  from today cross join lateral (select c.content as clock from ${subgraph}.standing_pack c
    where c.kind = 'notice-clock' and c.effective_from <= today.today and (c.in_force_to is null or c.in_force_to > today.today)
    order by c.effective_from desc limit 1) clock)`;

/** Who may is the permission table's to say, what is reached the row policies'; a kind without a policy on the table has nothing here. */
export function sourcesFor({ sources, permissions }: TodoDesk, caller: Caller): TodoSource[] {
  return sources.filter(
    ({ verb, scopes }) => scopes.includes(caller.scope) && permissions.ruleOf('Mutation', verb).admits(caller),
  );
}

function waitingFor(subgraph: string, sources: readonly TodoSource[]): string {
  const each = sources
    .map(({ kind, rows }) => `select '${kind}'::text as kind, x.* from (${rows}) x`)
    .join(' union all ');
  return `with ${meBy(subgraph)}, waiting as (${each}), weighed as (
    select w.*, coalesce(w.due_on, '${LAST_DAY}') as day, coalesce(w.due_on < me.today, false) as overdue,
      coalesce(w.due_on between me.today and me.today + coalesce((me.remind -> 'byKind' ->> w.kind)::int, (me.remind ->> 'any')::int), false) as soon
    from waiting w, me)`;
}

function asMe({ personId, unitId, regionId, post, principalId, standsFor }: Caller): unknown[] {
  const mine = [...new Set([personId, principalId, ...standsFor])].filter((id) => id !== null);
  return [personId, unitId, regionId, post, mine];
}

export async function listTodo(
  desk: TodoDesk,
  { caller, inScope }: Context<never>,
  args: TodoArgs,
): Promise<Page<TodoItem>> {
  const size = pageSize(args.first);
  const [day = null, kind = null, id = null] = keysOf(args.after, 3) ?? [];
  const sources = sourcesFor(desk, caller);
  if (sources.length === 0 || (id !== null && !isId(id))) return pageOf<TodoItem>([], size);
  const sql = `${waitingFor(inScope.subgraph, sources)} select kind, id as "subjectId", region_id as "regionId", about, since, due_on as "dueOn", overdue, soon as "dueSoon"
    from weighed where ($6::date is null or (day, kind, id) > ($6::date, $7::text, $8::uuid)) and ($9::boolean is not true or overdue or soon)
    order by day, kind, id limit $10`;
  const parameters = [...asMe(caller), day, kind, id, args.pressing ?? null, size + 1];
  const found = await inScope.read(({ query }) => query(sql, parameters, TodoItem));
  const byKind = new Map(sources.map((source) => [source.kind, source]));
  for (const item of found) {
    const source = byKind.get(item.kind) as TodoSource;
    Object.assign(item, { title: worded(source), verb: source.verb, subject: source.subject });
  }
  return pageOf(found, size);
}

export const keysOfTodo = ({ dueOn, kind, subjectId }: TodoItem): string[] => [dueOn ?? LAST_DAY, kind, subjectId];

export async function countTodo(desk: TodoDesk, { caller, inScope }: Context<never>): Promise<TodoCount[]> {
  const sources = sourcesFor(desk, caller);
  if (sources.length === 0) return [];
  const sql = `${waitingFor(inScope.subgraph, sources)} select kind, count(*)::int as waiting, count(*) filter (where soon)::int as "dueSoon",
    count(*) filter (where overdue)::int as overdue from weighed group by kind`;
  const counted = await inScope.read(({ query }) => query<Omit<TodoCount, 'title'>>(sql, asMe(caller)));
  // In the order of the sources, which is that of the work.
  return sources.flatMap((source) =>
    counted.filter(({ kind }) => kind === source.kind).map((count) => ({ ...count, title: worded(source) })),
  );
}

const worded = ({ title }: TodoSource): string => `${title.zh} · ${title.en}`;
