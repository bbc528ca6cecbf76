// The questions of the drill (演练问题) as of a day, and what stands in the tables but for the path: neither changes with a re-organisation.
import type { Client } from 'pg';

/** The day before Laiwu is abolished, and the books of it. */
export const DAY = '2019-01-08';

const facts = `{ id code name kind validFrom validTo parent { code name } statisticalParent { code name } former { name code }
  householdSummary(year: 2018, on: "${DAY}") { households people byState { state households people } visits(quarter: "2018Q1") { owed done } }
  funds(year: 2018, on: "${DAY}") { allotted available reserved paid returned lines }
  medical(year: 2018, on: "${DAY}") { stays bill patientPays payers { payer amount } }
  balance(on: "${DAY}") { issued available reserved paid } }`;
const lists = (kind: string) =>
  `${kind}s: regions(kind: ${kind}, on: "${DAY}") { edges { cursor node ${facts} } pageInfo { hasNextPage endCursor } }`;

/** For whoever reaches the whole city. */
export const CITY = [
  `{ regionByCode(code: "371200", on: "${DAY}") ${facts} }`,
  `{ ${lists('district')} }`,
  `{ ${lists('zone')} }`,
  `{ ${lists('town')} }`,
  `{ regionByCode(code: "371202100", on: "${DAY}") { children(first: 200) { edges { cursor node { id code name } } } } }`,
  `{ lights(quarter: "2018Q1") { colour rank peers inputsHash score region { asOf(on: "${DAY}") { code name parent { code name } } } } }`,
];

/** For whoever reaches one part of it. */
export const partOf = (code: string) => [
  `{ regionByCode(code: "${code}", on: "${DAY}") ${facts} }`,
  `{ regionByCode(code: "371200", on: "${DAY}") { id name code } }`,
];

const TABLES = `select c.oid::regclass::text as name, a.attname as place from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname ~ '(^|_)path$' and not a.attisdropped
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('organisation', 'households', 'assessments', 'funds') and c.relkind = 'r'
    and c.relname not in ('scope', 'scope_past', 'scope_ended', 'region', 'region_former', 'region_change', 'appointment') order by 1, 2`;

interface PathColumn {
  name: string;
  place: string;
}

/** Tables with a path, each with a print of all its rows but for the path. */
export async function printOfRows(sql: Client): Promise<Record<string, string>> {
  const { rows } = await sql.query<PathColumn>(TABLES);
  const prints: Record<string, string> = {};
  for (const name of new Set(rows.map((row) => row.name))) {
    const places = rows.filter((row) => row.name === name).map(({ place }) => place);
    const { rows: found } = await sql.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(row, e'\\n' order by row)), '') as print
       from (select (to_jsonb(t) - $1::text[])::text as row from ${name} t) r`,
      [places],
    );
    prints[name] = found[0]?.print ?? '';
  }
  return prints;
}

/** Rows whose path is that of no region, open or ended: there is none at any time. */
export async function strayRows(sql: Client): Promise<string[]> {
  const { rows } = await sql.query<PathColumn>(TABLES);
  const stray: string[] = [];
  for (const { name, place } of rows) {
    const schema = name.split('.')[0];
    const { rowCount } = await sql.query(
      `select 1 from ${name} t where t.${place} is not null and not exists (select 1 from ${schema}.scope s where s.path = t.${place})
         and not exists (select 1 from ${schema}.scope_ended e where e.path = t.${place}) limit 1`,
    );
    if (rowCount) stray.push(`${name}.${place}`);
  }
  return stray;
}
