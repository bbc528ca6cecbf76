// Finds whether the clerk's hospital is designated on a day (定点资格): for this kind of encounter, with grade and level, which are frozen in the stay.
import type { Context } from '#platform/graph/context';
import { packContent } from '#platform/graph/pack/pack-in-force';
import { refusals } from '../refusals';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import type { EncounterKind } from '../settlement-policy/encounter-facts.rules';
import { type DesignatedHospital, designatedOn, hospitalDesignationKind } from './hospital-designation.rules';

const QUESTION = 'query($units:[_Any!]!){_entities(representations:$units){... on Unit{code}}}';

export async function findDesignation<T>(
  { ask, caller, inScope }: Context<T>,
  on: string,
  encounter: EncounterKind,
): Promise<DesignatedHospital> {
  const units = [{ __typename: 'Unit', id: caller.unitId }];
  const { _entities } = await ask<{ _entities: ({ code: string | null } | null)[] }>('organisation', QUESTION, {
    units,
  });
  const code = _entities[0]?.code;
  if (!code) throw refusals.notAHospital();
  const found = await inScope.read(async (rows) => {
    const [pack] = await rows.query<{ id: string; hash: string }>(
      `select p.id, p.hash from funds.pack p where p.kind = $1 and p.approved_at is not null and p.withdrawn_at is null
         and p.effective_from <= $2::date and (p.in_force_to is null or p.in_force_to > $2::date) order by p.effective_from desc limit 1`,
      [hospitalDesignationKind.kind, on],
    );
    return pack ? designatedOn(await packContent(rows, hospitalDesignationKind, pack), code, on) : null;
  }, 'public');
  if (!found) throw refusals.notAHospital();
  if (!found.encounters.includes(encounter))
    throw settlementRefusals.notDesignatedFor({ field: 'encounter', encounter });
  return found;
}
