// A used connection (pool of one) holds '' where a setting was: the next caller without a scope must see nothing, not everything.
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ poolSize: 1, mode: 'in-process' });
});
afterAll(() => world.close());

const list = { query: '{ households(first: 200) { edges { node { id } } } }' };

function townOfficer(regionId: string): Caller {
  return {
    ...anonymousCaller('op'),
    personId: world.city.persons[0]?.id ?? '',
    post: 'town-officer',
    level: 'town',
    scope: 'region',
    regionId,
    regionEpoch: 1,
  };
}

async function seen(caller: Caller): Promise<number> {
  const { data } = await world.subgraphs.households.execute(list, caller);
  return (data as { households: { edges: unknown[] } | null } | null)?.households?.edges.length ?? 0;
}

test('after a town’s officer, a caller without region and one with an unknown region see no row', async () => {
  const town = world.city.regions.find(
    (region) =>
      region.kind === 'town' && world.city.households.some((household) => household.path.startsWith(region.path)),
  );
  const officer = townOfficer(town?.id ?? '');
  expect(await seen(officer)).toBeGreaterThan(0);
  expect(await seen({ ...officer, regionId: null })).toBe(0);
  expect(await seen({ ...officer, regionId: '00000000-0000-7000-8000-000000000000' })).toBe(0);
  expect(await seen({ ...officer, scope: 'paired', post: 'helper', pairedHouseholds: [] })).toBe(0);
  expect(await seen({ ...officer, scope: 'unit', post: 'unit-liaison', regionId: null })).toBe(0);
});

test('raw statements on the app’s own login see no business row before a scope is taken', async () => {
  const { Client } = await import('pg');
  const url = new URL(world.addresses.databaseUrl);
  url.username = 'small_city_households';
  url.password = world.cluster.secrets.databasePasswords.households;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  await expect(client.query('select * from households.household')).rejects.toMatchObject({ code: '42501' });
  await client.query('begin');
  await client.query(`select set_config('role', 'small_city_households_region', true)`);
  expect((await client.query('select * from households.household')).rowCount).toBe(0);
  await client.query('rollback');
  await client.end();
});

test('a region tree that was not applied here yet answers SCOPE_MOVING, never rows', async () => {
  const { errors } = await world.subgraphs.households.execute(list, {
    ...townOfficer(world.city.regions[3]?.id ?? ''),
    regionEpoch: 99,
  });
  expect(errors?.[0]?.extensions?.code).toBe('SCOPE_MOVING');
});
