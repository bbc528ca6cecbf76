// Shows a sealed airing (公布晾晒): from then on anybody reads it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Airing } from './airing.entity';

export async function showAiring({ caller, inScope }: Context, id: string): Promise<Airing> {
  const notFound = () => commonRefusals.notFound({ what: '晾晒 airing' });
  if (!isId(id)) throw notFound();
  try {
    return await inScope.write({ action: 'showAiring', target: id }, async (rows) => {
      const airing = await rows.manager.findOneBy(Airing, { id });
      if (!airing) throw notFound();
      if (airing.sealedAt === null) throw refusals.airingNotSealed();
      if (airing.shownAt !== null) throw refusals.airingShown();
      const shown = { shownBy: caller.personId, shownAt: await rows.now() };
      await rows.manager.update(Airing, { id }, shown);
      return Object.assign(airing, shown);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_airing_in_steps') throw refusals.airingShown();
    throw error;
  }
}
