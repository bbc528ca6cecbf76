// The next number of a series (编号): given in the transaction that releases, so that no number is ever missing.
import type { WriteRows } from '#platform/database/in-scope';
import { beijingDay } from '#platform/vocabulary/calendar-day';

export async function nextNumber(rows: WriteRows, series: string, releasedAt: Date): Promise<string> {
  const year = Number(beijingDay(releasedAt).slice(0, 4));
  const [row] = await rows.query<{ given: number }>('select assessments.next_number($1, $2) as given', [series, year]);
  if (!row) throw new Error('a series of numbers gave none');
  return `${series}〔${year}〕${row.given}号`;
}
