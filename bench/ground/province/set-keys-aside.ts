// Takes the keys and indexes of tables away for a bulk load and puts the very same ones back: built once, from whole tables.
import type { Client } from 'pg';

interface Key {
  /** what puts it back */
  definition: string;
  drop: string;
  table: string;
}

const CONSTRAINTS = `
select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as definition,
  format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop, conrelid::regclass::text as table
from pg_constraint where contype = any($2::"char"[]) and (conrelid = any($1::regclass[]) or (contype = 'f' and confrelid = any($1::regclass[])))
order by contype = 'f', conrelid::regclass::text, conname`;

const INDEXES = `
select pg_get_indexdef(i.indexrelid) as definition, format('drop index %s', i.indexrelid::regclass) as drop, i.indrelid::regclass::text as table
from pg_index i where i.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
order by i.indexrelid::regclass::text`;

/** Answers what puts them back; the foreign keys come last and are checked against every row. */
export async function setKeysAside(
  client: Client,
  tables: readonly string[],
): Promise<(tick: (table: string) => void) => Promise<void>> {
  const read = async (sql: string, ...more: unknown[]) => (await client.query<Key>(sql, [tables, ...more])).rows;
  const foreign = await read(CONSTRAINTS, ['f']);
  const unique = await read(CONSTRAINTS, ['p', 'u']);
  const indexes = await read(INDEXES);
  for (const { drop } of [...foreign, ...unique, ...indexes]) await client.query(drop);
  return async (tick) => {
    for (const { definition, table } of [...unique, ...indexes, ...foreign]) {
      await client.query(definition);
      tick(table);
    }
  };
}
