// Whether a unit answers for another one (单位承继): it is that unit, or the last of its successors.
import type { Rows } from '#platform/database/in-scope';

export async function answersFor(rows: Rows, unitId: string | null, asked: string): Promise<boolean> {
  const [found] = await rows.query<{ heir: string }>('select organisation.heir_of($1) as heir', [asked]);
  return unitId !== null && found?.heir === unitId;
}
