// Everything that a caller is answered (全部可见), and that a scope kind can read in plain SQL, as texts that two states of the rows can be compared by.
import { compileSubgraph } from '#platform/graph/compile';
import { type Caller, scopeKinds } from '#platform/vocabulary/caller';
import { assessments } from '../../services/assessments/subgraph';
import { everyField, selectionOf } from '../policy/every-field';
import type { AssessmentsDesk } from './assessments-desk';

/** To every root field, with each of the ids, and of a village, its district, the city and a unit: all fields below. */
export async function everythingSeen(
  desk: AssessmentsDesk,
  callers: readonly Caller[],
  village: string,
  ids: readonly string[],
): Promise<string[]> {
  const schema = compileSubgraph(assessments).plain;
  const place = { quarter: '"2018Q2"', regionId: `"${village}"` };
  const texts = ids.flatMap((id) => everyField(schema, 'query', { ...place, id: `"${id}"` }));
  const fields = new Set(texts.filter(({ name }) => name !== 'assessmentsLog').map(({ text }) => text.slice(8, -2)));
  const root = `query { ${[...fields].map((field, at) => `f${at}: ${field}`).join(' ')} }`;
  const ofEntity = (name: string) => {
    const type = schema.getType(name);
    if (!type) throw new Error(`the schema lost ${name}`);
    const fragment = `... on ${name}${selectionOf(type, 2, place)}`;
    return `query($r: [_Any!]!) { _entities(representations: $r) { ${fragment} } }`;
  };
  const codes = ['371203', '371200'].map((code) => desk.city.regions.find((each) => each.code === code)?.id);
  const places = [village, ...codes].map((id) => ({ __typename: 'Region', id }));
  const units = [{ __typename: 'Unit', id: desk.as('unit-health').unitId }];
  const asked: [string, Record<string, unknown>][] = [
    [root, {}],
    [ofEntity('Region'), { r: places }],
    [ofEntity('Unit'), { r: units }],
  ];
  const seen: string[] = [];
  for (const caller of callers)
    for (const [query, variables] of asked)
      seen.push(`${caller.post} ${(await desk.ask(caller, query, variables)).text}`);
  return seen;
}

const TABLES = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'assessments'
  and c.relkind = 'r' and has_table_privilege(c.oid, 'select') and c.relname not in ('audit', 'idempotency') order by 1`;

/** Number and sum of the rows of each table, in the widest scope of each kind, as the director and a unit's liaison. */
export async function scopeKindsSeen(desk: AssessmentsDesk): Promise<string[]> {
  const person = desk.as('city-director').personId ?? '';
  const everywhere = { lo: '0', hi: 'z', person, unit: desk.as('unit-health').unitId ?? '' };
  const seen: string[] = [];
  for (const kind of scopeKinds) {
    const sums = (await desk.under(kind, {}, TABLES)).map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as rows, md5(string_agg(t::text, ',' order by t::text)) as sum from assessments.${name} t`,
    );
    seen.push(`${kind} ${JSON.stringify(await desk.under(kind, everywhere, sums.join(' union all ')))}`);
  }
  return seen;
}

const PENDING =
  'select id from assessments.visit_draw where released_at is null and drawn_at = (select max(drawn_at) from assessments.visit_draw)';
const VISITS = `select id from assessments.inspection where draw_id in (${PENDING})`;
const FINDINGS = `select id from assessments.finding where inspection_id in (${VISITS})`;
/** children first */
const ROWS: readonly (readonly [string, string])[] = [
  ['finding_step', `finding_id in (${FINDINGS})`],
  ['finding', `inspection_id in (${VISITS})`],
  ['inspection', `draw_id in (${PENDING})`],
  ['visit_sample', `draw_id in (${PENDING})`],
  ['visit_draw', `id in (${PENDING})`],
];

/** Runs as if the draw made last, its visit and its finding had never been, and puts them back. */
export async function withoutPendingVisit({ sql }: AssessmentsDesk, run: () => Promise<void>): Promise<void> {
  await sql.query('set session_replication_role = replica');
  for (const [table, rows] of ROWS) {
    await sql.query(`create temp table kept_${table} as select * from assessments.${table} where ${rows}`);
    const { rowCount } = await sql.query(`delete from assessments.${table} where ${rows}`);
    if (!rowCount && table !== 'finding_step') throw new Error(`no row of ${table} was pending`);
  }
  await run();
  for (const [table] of [...ROWS].reverse())
    await sql.query(`insert into assessments.${table} select * from kept_${table}`);
  await sql.query('set session_replication_role = origin');
}
