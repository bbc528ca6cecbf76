// Today (今日): midnight in Beijing begins a day, by the database's clock, wherever the server stands.
import type { Rows } from './in-scope';

/** As SQL says it. */
export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;

export async function findToday(rows: Rows): Promise<string> {
  const [row] = await rows.query<{ today: string }>(`select ${TODAY}::text as today`);
  if (!row) throw new Error('the database did not say which day it is');
  return row.today;
}
