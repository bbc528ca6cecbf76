// Loads who helps which household (结对), with the helper's unit and its level.
import type { Client } from 'pg';
import { type UnitLevel, unitLevelOf } from '../../services/households/pairing/pairing.rules';
import type { City, PairingRow } from '../generate/city';
import { type ColumnTypes, insertRows } from './insert-rows';

const columns: ColumnTypes = {
  household_id: 'uuid',
  region_id: 'uuid',
  path: 'text',
  id: 'uuid',
  helper_id: 'uuid',
  valid_from: 'date',
  valid_to: 'date',
  unit_id: 'uuid',
  unit_level: 'text',
};

export async function loadPairings(
  client: Client,
  city: City,
  place: (householdId: string) => [string, string, string],
  tick: (rows: number) => void,
): Promise<void> {
  const unitOf = unitsOfPersons(city);
  const rowOf = ({ id, householdId, helperId, validFrom, validTo }: PairingRow) => [
    ...place(householdId),
    id,
    helperId,
    validFrom,
    validTo,
    ...(unitOf.get(helperId) ?? [null, null]),
  ];
  await insertRows(client, 'households.pairing', columns, city.pairings, rowOf, tick);
}

/** The unit of each person, and at which level it stands. */
function unitsOfPersons(city: City): Map<string, [string, UnitLevel | null]> {
  const kindOf = new Map(city.regions.map(({ id, kind }) => [id, kind]));
  const levelOf = new Map(city.units.map(({ id, regionId }) => [id, unitLevelOf(kindOf.get(regionId))]));
  const found = new Map<string, [string, UnitLevel | null]>();
  for (const { id, unitId } of city.persons) if (unitId) found.set(id, [unitId, levelOf.get(unitId) ?? null]);
  return found;
}
