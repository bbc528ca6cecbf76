// Stations somebody in a village (派驻), by a document.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person } from '../person/person.entity';
import { Region } from '../region/region.entity';
import { Unit } from '../unit/unit.entity';
import { Stationing } from './stationing.entity';
import type { StationInput } from './stationing.input';
import { checkStationing } from './stationing.rules';
import { stationingRefusals } from './stationing-refusals.rules';

const TAKEN = ['stationing_one_in_the_role', 'stationing_once_in_the_village'];

export async function stationPerson(
  { caller, inScope }: Context<never>,
  { regionId, personId, role, unitId = null, documentNumber, validFrom }: StationInput,
): Promise<Stationing> {
  checkId(regionId, '村 village');
  checkId(personId, '人员 person');
  if (unitId !== null) checkId(unitId, '单位 unit');
  if ((await inScope.pathWithin(regionId)) === null) throw commonRefusals.notFound({ what: '村 village' });
  const id = newId();
  try {
    return await inScope.write({ action: 'stationPerson', target: id, facts: { role } }, async (rows) => {
      const region = await rows.manager.findOneBy(Region, { id: regionId });
      if (!region) throw commonRefusals.notFound({ what: '村 village' });
      checkStationing({ documentNumber, validFrom }, region);
      if (!(await rows.manager.findOneBy(Person, { id: personId })))
        throw commonRefusals.notFound({ what: '人员 person' });
      if (unitId !== null && !(await rows.manager.findOneBy(Unit, { id: unitId })))
        throw commonRefusals.notFound({ what: '单位 unit' });
      const made = Object.assign(new Stationing(), {
        id,
        role,
        personId,
        regionId,
        path: region.path,
        unitId,
        documentNumber: documentNumber.trim(),
        validFrom,
        validTo: null,
        stationedBy: caller.personId,
        stationedAt: await rows.now(),
        endedBy: null,
        endedAt: null,
      });
      await rows.manager.insert(Stationing, made);
      return made;
    });
  } catch (error) {
    if (TAKEN.includes(brokenConstraint(error) ?? '')) throw stationingRefusals.stationTaken();
    throw error;
  }
}
