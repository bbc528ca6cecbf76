// Bulk insertion for the city's first load: one statement for some thousand rows, columns as arrays.
import type { Client } from 'pg';

/** SQL type of each column, by its name, in the order of the values that `rowOf` gives. */
export type ColumnTypes = Readonly<Record<string, string>>;

const CHUNK = 5000;

/** Answers how many rows were inserted; `tick` is called after each chunk, for the progress bar. */
export async function insertRows<T>(
  client: Client,
  table: string,
  columns: ColumnTypes,
  rows: Iterable<T>,
  rowOf: (row: T) => unknown[],
  tick: (rows: number) => void = () => undefined,
): Promise<number> {
  const names = Object.keys(columns);
  const unnest = Object.values(columns).map((type, at) => `$${at + 1}::${type}[]`);
  const sql = `insert into ${table} (${names.join(', ')}) select * from unnest(${unnest.join(', ')})`;
  let total = 0;
  let chunk: unknown[][] = names.map(() => []);
  const flush = async () => {
    const count = chunk[0]?.length ?? 0;
    if (count === 0) return;
    await client.query({ text: sql, values: chunk });
    total += count;
    chunk = names.map(() => []);
    tick(count);
  };
  for (const row of rows) {
    for (const [at, value] of rowOf(row).entries())
      chunk[at]?.push(typeof value === 'bigint' ? value.toString() : value);
    if ((chunk[0]?.length ?? 0) >= CHUNK) await flush();
  }
  await flush();
  return total;
}
