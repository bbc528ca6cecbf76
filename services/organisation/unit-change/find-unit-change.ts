// Finds a reform of bureaus within the rows at hand; absent and hidden are the same.
import type { Rows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { UnitChange } from './unit-change.entity';

export async function findUnitChange(rows: Rows, id: string): Promise<UnitChange> {
  const [found] = isId(id) ? await rows.select(UnitChange, 'where t.id = $1', [id]) : [];
  if (!found) throw commonRefusals.notFound({ what: '机构改革 reform' });
  return found;
}
