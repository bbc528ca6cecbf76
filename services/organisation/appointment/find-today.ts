// Which day it is, by the database's clock and Beijing's calendar.

import type { Rows } from '#platform/database/in-scope';
import { TODAY } from '#platform/database/today';

export async function findToday(rows: Rows): Promise<string> {
  const [row] = await rows.query<{ today: string }>(`select ${TODAY}::text as today`);
  if (!row) throw new Error('the database did not say which day it is');
  return row.today;
}
