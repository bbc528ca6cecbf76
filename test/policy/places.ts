// The places (地点) of the relations matrix: a village each, with a row of every kind in it or in its town.
import type { World } from '../harness/world';

export const places = ['own-village', 'same-town', 'same-district', 'zone', 'other-district'] as const;
export type Place = (typeof places)[number];

export interface Rows {
  village: string;
  town: string;
  household: string;
  member: string;
  disbursement: string;
  task: string;
  /** released */
  inspection: string;
}

/** The first is the village of the demo clerk, first secretary and paired households; the others lie ever further from it. */
const townOf: Readonly<Record<Place, string>> = {
  'own-village': '371202100',
  'same-town': '371202100',
  'same-district': '371202101',
  zone: '371202106',
  'other-district': '371203100',
};
const OWN_VILLAGE = '371202100207';

export async function openPlaces(world: World): Promise<Record<Place, Rows>> {
  const entries = await Promise.all(places.map(async (place) => [place, await rowsAt(world, place)] as const));
  await publishLights(world);
  return Object.fromEntries(entries) as Record<Place, Rows>;
}

async function rowsAt(world: World, place: Place): Promise<Rows> {
  const { city } = world;
  const found = <T>(what: string, row: T | undefined): T => {
    if (!row) throw new Error(`the small city has no ${what} for ${place}`);
    return row;
  };
  const town = found(
    'town',
    city.regions.find((region) => region.code === townOf[place]),
  );
  const own = found(
    'village',
    city.regions.find((region) => region.code === OWN_VILLAGE),
  );
  const paid = new Set([...city.payments()].map((payment) => payment.householdId));
  const visited = new Set([...city.visits()].map((visit) => visit.householdId));
  const household = found(
    'household',
    city.households.find(
      (each) =>
        each.path.startsWith(town.path) &&
        (each.regionId === own.id) === (place === 'own-village') &&
        paid.has(each.id) &&
        visited.has(each.id),
    ),
  );
  return {
    village: household.regionId,
    town: town.id,
    household: household.id,
    member: household.headMemberId,
    disbursement: found(
      'batch',
      city.batches.find((batch) => batch.regionId === town.id),
    ).id,
    task: found(
      'task',
      city.regionTasks.find((task) => task.regionId === town.id),
    ).id,
    inspection: await releasedInspection(world, household.regionId),
  };
}

export async function recordedInspection(world: World, regionId: string): Promise<string> {
  const inspector = await world.as('inspector');
  const { recordInspection } = await inspector.get<{ recordInspection: { id: string } }>(
    'mutation($regionId: ID!) { recordInspection(input: { regionId: $regionId, kind: secretVisit, visitedOn: "2018-05-04", findings: "牌子未挂" }) { id } }',
    { regionId },
  );
  return recordInspection.id;
}

async function releasedInspection(world: World, regionId: string): Promise<string> {
  const id = await recordedInspection(world, regionId);
  await (await world.as('inspector')).get('mutation($id: ID!) { releaseInspection(id: $id) { id } }', { id });
  return id;
}

async function publishLights(world: World): Promise<void> {
  const assessor = await world.as('city-assessor');
  await assessor.get('mutation { proposeLights(quarter: "2018Q1", idempotencyKey: "relations-2018Q1") { id } }');
  await (await world.as('city-director')).get('mutation { confirmLights(quarter: "2018Q1") { id } }');
}
