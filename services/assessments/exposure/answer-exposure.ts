// The exposed unit answers (回应曝光), once, in public: so its words are looked through as the exposure's are.
import type { Context } from '#platform/graph/context';
import { checkLeadUnit, checkWords } from '../finding/finding.rules';
import { changeExposure } from './change-exposure';
import type { Exposure } from './exposure.entity';
import { checkPublishable } from './exposure.rules';
import { exposureRefusals } from './exposure-refusals.rules';
import { findPersonalPlaces } from './find-personal-places';

export async function answerExposure(context: Context, id: string, answer: string): Promise<Exposure> {
  checkWords('answer', answer);
  checkPublishable(await findPersonalPlaces(context, { answer }));
  const { personId, unitId } = context.caller;
  return changeExposure(context, 'answerExposure', id, (exposure, now) => {
    checkLeadUnit({ leadUnit: exposure.unitId }, { personId, unitId });
    if (exposure.publishedAt === null || exposure.answeredAt !== null) throw exposureRefusals.exposureSettled();
    return { answer, answeredBy: personId, answeredAt: now };
  });
}
