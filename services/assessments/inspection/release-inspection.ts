// Releases an inspection (公布督查): from then on those of the region and above read it, and it does not change any more.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Inspection } from './inspection.entity';

export async function releaseInspection({ inScope }: Context, id: string): Promise<Inspection> {
  const notFound = () => commonRefusals.notFound({ what: '督查 inspection' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write(
      { action: 'releaseInspection', target: id },
      async (rows) => {
        const inspection = await rows.manager.findOneBy(Inspection, { id });
        if (!inspection) throw notFound();
        if (inspection.releasedAt !== null) throw refusals.inspectionReleased();
        const releasedAt = await rows.now();
        await rows.manager.update(Inspection, { id }, { releasedAt });
        return Object.assign(inspection, { releasedAt });
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_inspection_decided_once') throw refusals.inspectionReleased();
    throw error;
  }
}
