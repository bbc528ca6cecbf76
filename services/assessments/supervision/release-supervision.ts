// Releases a supervision (公布督导) with all its records and what it issues, in one transaction: each gets its number then.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Inspection } from '../inspection/inspection.entity';
import { nextNumber } from '../inspection/next-number';
import { numbered } from '../inspection/release-inspection';
import { findProcedure } from '../procedure/find-procedures';
import { ProcedureForm } from '../procedure/procedure.entity';
import { refusals } from '../refusals';
import { secretVisitPackToday } from '../secret-visit/secret-visit-pack-today';
import { Bulletin } from './bulletin.entity';
import { ExpertOpinion } from './expert-opinion.entity';
import { Supervision } from './supervision.entity';
import type { BulletinInput } from './supervision.input';
import { checkStep } from './supervision.rules';

export async function releaseSupervision(
  context: Context,
  id: string,
  bulletin: BulletinInput | null,
): Promise<Supervision> {
  const notFound = () => commonRefusals.notFound({ what: '督导 supervision' });
  if (!isId(id)) throw notFound();
  for (const [field, text] of Object.entries(bulletin ?? {})) refusePersonalNumbers(field, String(text));
  const planned = await context.inScope.read(({ manager }) => manager.findOneBy(Supervision, { id }), 'issuer');
  if (!planned) throw notFound();
  const [pack, { series }] = await Promise.all([
    findProcedure(context, planned.quarter, `${planned.peerSet}-${planned.form}`),
    secretVisitPackToday(context),
  ]);
  try {
    return await context.inScope.write(
      { action: 'releaseSupervision', target: id },
      async (rows) => {
        const supervision = await rows.manager.findOneBy(Supervision, { id });
        if (!supervision) throw notFound();
        checkStep(supervision, 'released');
        if ((supervision.form === ProcedureForm.bulletin) !== (bulletin !== null))
          throw invalidInput(
            'bulletin',
            '通报方式须有通报正文，其余方式没有',
            'a bulletin is issued by that form, and by no other',
          );
        const releasedAt = await rows.now();
        const records = await rows.manager.find(Inspection, { where: { supervisionId: id }, order: { id: 'ASC' } });
        for (const record of records) await numbered(rows, series, record, releasedAt);
        await rows.manager.update(ExpertOpinion, { supervisionId: id }, { releasedAt });
        const number = await nextNumber(rows, pack.series, releasedAt);
        if (bulletin) await issue(rows, supervision, bulletin, number, releasedAt);
        await rows.manager.update(Supervision, { id }, { releasedAt, number });
        return Object.assign(supervision, { releasedAt, number });
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_supervision_in_steps')
      throw refusals.stepOutOfOrder({ step: 'released' });
    throw error;
  }
}

/** The bulletin carries the number of the supervision that issues it. */
async function issue(
  rows: WriteRows,
  { id, issuerId }: Supervision,
  { title, body }: BulletinInput,
  number: string,
  issuedAt: Date,
): Promise<void> {
  const row = { id: newId(), supervisionId: id, number, title, body, issuedBy: issuerId, issuedAt };
  await rows.manager.insert(Bulletin, row);
}
