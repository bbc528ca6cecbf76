// Seals an airing (封存晾晒) by another person than drafted it, while its sources still stand as they were drawn.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Airing } from './airing.entity';
import { airingHash } from './airing.rules';
import { drawTable } from './draft-airing';

export async function sealAiring({ caller, inScope }: Context, id: string): Promise<Airing> {
  const notFound = () => commonRefusals.notFound({ what: '晾晒 airing' });
  if (!isId(id)) throw notFound();
  const range = await inScope.range();
  try {
    return await inScope.write({ action: 'sealAiring', target: id }, async (rows) => {
      const airing = await rows.manager.findOneBy(Airing, { id });
      if (!airing) throw notFound();
      if (airing.sealedAt !== null) throw refusals.airingSealed();
      if (airing.draftedBy === caller.personId) throw refusals.samePerson();
      const { quarter, peerGroup, title } = airing;
      const table = await drawTable(rows, quarter, peerGroup, range);
      if (airingHash(quarter, peerGroup, title, table) !== airing.contentHash) throw refusals.airingOutdated();
      const sealed = { sealedBy: caller.personId, sealedAt: await rows.now() };
      await rows.manager.update(Airing, { id }, sealed);
      return Object.assign(airing, sealed);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'airing_four_eyes') throw refusals.samePerson();
    if (constraint === 'assessments_airing_in_steps') throw refusals.airingSealed();
    if (constraint === 'airing_first_once' || constraint === 'airing_superseded_once') throw refusals.airingOutdated();
    throw error;
  }
}
