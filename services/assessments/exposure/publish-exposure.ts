// Publishes an exposure (公布曝光), by another person than drafted it, once nothing in it tells about a person.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { changeExposure } from './change-exposure';
import type { Exposure } from './exposure.entity';
import { exposureById } from './exposure.loader';
import { checkPublication, checkPublishable } from './exposure.rules';
import { exposureRefusals } from './exposure-refusals.rules';
import { findPersonalPlaces } from './find-personal-places';

export async function publishExposure(context: Context, id: string): Promise<Exposure> {
  const draft = isId(id) ? await exposureById.load(context, id) : null;
  if (!draft) throw commonRefusals.notFound({ what: '曝光 exposure' });
  const { medium, title, text, link } = draft;
  checkPublishable(await findPersonalPlaces(context, { medium, title, text, link }));
  return changeExposure(context, 'publishExposure', id, (exposure, now) => {
    checkPublication(exposure, context.caller.personId);
    // A draft is never edited, so that what was looked at is what is published.
    if (exposure.text !== text || exposure.title !== title) throw exposureRefusals.exposureSettled();
    return { publishedBy: context.caller.personId, publishedAt: now };
  });
}
