// The figure that a complaint is about, as it stands now (数据现值): known again by its blind index, whatever it is.
import type { Rows } from '#platform/database/in-scope';
import { figureOf } from './complaint.rules';

/** null where nobody of the register is meant; the column's name is one of ours. */
export async function figureNow(
  rows: Rows,
  complaint: { figure: string; householdId: string | null; memberId: string | null },
): Promise<string | null> {
  const { of, column } = figureOf(complaint.figure);
  const id = of === 'household' ? complaint.householdId : complaint.memberId;
  if (id === null) return null;
  const sql = `select coalesce(t.${column}::text, '') as value from households.${of} t where t.id = $1`;
  const [row] = await rows.query<{ value: string }>(sql, [id]);
  return row?.value ?? null;
}
