// Records an outing (登记大走访、观摩、访贫问苦) of the own region.
import { newId } from '#platform/database/new-id';
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { dutyRefusals } from '../meeting-obligation/duty-refusals.rules';
import { Region } from '../region/region.entity';
import { Outing } from './outing.entity';
import type { OutingInput } from './outing.input';
import { checkOuting } from './outing.rules';

export async function recordOuting({ caller, inScope }: Context<never>, input: OutingInput): Promise<Outing> {
  const what = '地区 region';
  checkId(input.regionId, what);
  const id = newId();
  try {
    return await inScope.write({ action: 'recordOuting', target: id, facts: { kind: input.kind } }, async (rows) => {
      const region = await rows.manager.findOneBy(Region, { id: input.regionId });
      if (!region) throw commonRefusals.notFound({ what });
      checkOuting(input, region, caller.regionId, await findToday(rows));
      const outing = Object.assign(new Outing(), {
        id,
        kind: input.kind,
        regionId: region.id,
        path: region.path,
        heldOn: input.heldOn,
        title: input.title.trim(),
        note: input.note.trim(),
        people: input.people,
        recordedBy: caller.personId,
        recordedAt: await rows.now(),
        confirmedBy: null,
        confirmedAt: null,
      });
      await rows.manager.insert(Outing, outing);
      return outing;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'outing_one_a_day') throw dutyRefusals.outingRepeated();
    throw error;
  }
}
