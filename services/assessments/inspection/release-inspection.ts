// Releases an inspection (公布督查): from then on those of the region and above read it, it has its number, and it does not change any more.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { SecretVisitPack } from '../secret-visit/secret-visit-pack.rules';
import { secretVisitPackToday } from '../secret-visit/secret-visit-pack-today';
import { Inspection } from './inspection.entity';
import { nextNumber } from './next-number';

export async function releaseInspection(context: Context, id: string): Promise<Inspection> {
  const notFound = () => commonRefusals.notFound({ what: '督查 inspection' });
  if (!isId(id)) throw notFound();
  const { series } = await secretVisitPackToday(context);
  try {
    return await context.inScope.write(
      { action: 'releaseInspection', target: id },
      async (rows) => {
        const inspection = await rows.manager.findOneBy(Inspection, { id });
        if (!inspection) throw notFound();
        if (inspection.releasedAt !== null) throw refusals.inspectionReleased();
        // The record of a supervision is released with it, so that its subjects learn of theirs at once.
        if (inspection.supervisionId !== null) throw refusals.releasedWithSupervision();
        const releasedAt = await rows.now();
        return numbered(rows, series, inspection, releasedAt);
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_inspection_decided_once') throw refusals.inspectionReleased();
    throw error;
  }
}

/** Gives the number and the moment in the transaction of whatever releases it: numbers have no gaps, and none is given before. */
export async function numbered(
  rows: WriteRows,
  series: SecretVisitPack['series'],
  inspection: Inspection,
  releasedAt: Date,
): Promise<Inspection> {
  const number = await nextNumber(rows, series[inspection.kind], releasedAt);
  await rows.manager.update(Inspection, { id: inspection.id }, { releasedAt, number });
  return Object.assign(inspection, { releasedAt, number });
}
