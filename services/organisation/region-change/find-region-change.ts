// Finds a re-organisation within the rows at hand; absent and hidden are the same.
import type { Rows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { RegionChange } from './region-change.entity';

export async function findRegionChange(rows: Rows, id: string): Promise<RegionChange> {
  const [found] = isId(id) ? await rows.select(RegionChange, 'where t.id = $1', [id]) : [];
  if (!found) throw commonRefusals.notFound({ what: '区划调整 re-organisation' });
  return found;
}
