// Changes an exposure (办理曝光) under a lock; what the rules refused before, the database refuses again.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Exposure } from './exposure.entity';

export async function changeExposure(
  { inScope }: Context,
  action: string,
  id: string,
  change: (exposure: Exposure, now: Date) => Partial<Exposure>,
): Promise<Exposure> {
  const notFound = () => commonRefusals.notFound({ what: '曝光 exposure' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write({ action, target: id }, async (rows) => {
      const [exposure] = await rows.select(Exposure, 'where t.id = $1 for update', [id]);
      if (!exposure) throw notFound();
      const changed = change(exposure, await rows.now());
      await rows.manager.update(Exposure, { id }, changed);
      return Object.assign(exposure, changed);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'exposure_four_eyes') throw refusals.samePerson();
    throw error;
  }
}
