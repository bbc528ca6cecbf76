// Ends a stationing (结束派驻): from that day on no duty is owed under it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Stationing } from './stationing.entity';
import { checkEnd } from './stationing.rules';
import { stationingRefusals } from './stationing-refusals.rules';

export async function endStationing({ caller, inScope }: Context<never>, id: string, on: string): Promise<Stationing> {
  const what = '派驻 stationing';
  checkId(id, what);
  try {
    return await inScope.write({ action: 'endStationing', target: id }, async (rows) => {
      const station = await rows.manager.findOneBy(Stationing, { id });
      if (!station) throw commonRefusals.notFound({ what });
      checkEnd(station, on);
      const change = { validTo: on, endedBy: caller.personId, endedAt: await rows.now() };
      await rows.manager.update(Stationing, { id }, change);
      return Object.assign(station, change);
    });
  } catch (error) {
    if (brokenConstraint(error) === 'stationing_decided_once') throw stationingRefusals.stationEnded();
    throw error;
  }
}
