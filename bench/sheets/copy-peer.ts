// The peer COPY (批量复制): rows that are ready are copied into a table of the same columns, constraints and indexes, which nobody guards.
import type { Client } from 'pg';
import { copyRows } from '../../data/load/copy-rows';

export interface CopyTable {
  table: string;
  columns: string;
  /** lines of COPY's text */
  lines: readonly string[];
}

/** Milliseconds of copying, without making the tables and without the commit. */
export async function copyPeer(sql: Client, tables: readonly CopyTable[]): Promise<number> {
  await sql.query('begin');
  try {
    for (const { table } of tables)
      await sql.query(`create temp table ${peerOf(table)} (like ${table} including all) on commit drop`);
    const begun = performance.now();
    for (const { table, columns, lines } of tables) await copyRows(sql, `${peerOf(table)} (${columns})`, chunks(lines));
    return performance.now() - begun;
  } finally {
    await sql.query('rollback');
  }
}

const peerOf = (table: string) => `peer_${table.split('.').at(-1)}`;

async function* chunks(lines: readonly string[]): AsyncGenerator<string> {
  for (let from = 0; from < lines.length; from += 2000) yield lines.slice(from, from + 2000).join('');
}
