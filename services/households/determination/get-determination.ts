// Gets the determination (认定) that a deed is done to, under a lock, with what holds it now: absent and hidden are refused alike.
import type { WriteRows } from '#platform/database/in-scope';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Determination } from './determination.entity';

export const noDetermination = () => commonRefusals.notFound({ what: '认定 determination' });

export interface HeldDetermination {
  determination: Determination;
  openObjections: number;
}

export async function getDetermination(rows: WriteRows, id: string): Promise<HeldDetermination> {
  const [determination] = isId(id) ? await rows.select(Determination, 'where t.id = $1 for update', [id]) : [];
  if (!determination) throw noDetermination();
  const [counted] = await rows.query<{ open: number }>(
    'select count(*)::int as open from households.objection where determination_id = $1 and answered_at is null',
    [id],
  );
  return { determination, openObjections: counted?.open ?? 0 };
}
