// Closes the record of a supervision (完成督导记录), once there is what its procedure must bring forth.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { findOutput } from './find-output.query';
import { Supervision } from './supervision.entity';
import { checkStep, stepOf } from './supervision.rules';

export async function closeSupervisionRecord(context: Context, id: string): Promise<Supervision> {
  const notFound = () => commonRefusals.notFound({ what: '督导 supervision' });
  if (!isId(id)) throw notFound();
  const { caller, inScope } = context;
  const supervision = await inScope.read(({ manager }) => manager.findOneBy(Supervision, { id }), 'issuer');
  if (!supervision || supervision.issuerId !== caller.personId) throw notFound();
  checkStep(supervision, 'recorded');
  const output = await findOutput(context, supervision);
  if (!output) throw refusals.outputMissing({ output: supervision.form });
  try {
    return await inScope.write(
      { action: 'closeSupervisionRecord', target: id },
      async (rows) => {
        const step = { recordedAt: await rows.now(), outputId: output.id };
        await rows.manager.update(Supervision, { id }, step);
        return Object.assign(supervision, step);
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_supervision_in_steps')
      throw refusals.stepOutOfOrder({ step: stepOf({ ...supervision, recordedAt: new Date(0) }) });
    throw error;
  }
}
