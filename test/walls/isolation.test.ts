// Many people over few connections: interleaved requests each see their own rows, and an ended right ends with the next request.
import { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld({ poolSize: 2 });
});
afterAll(() => world.close());

const users = [
  'city-director',
  'district-laicheng',
  'district-gangcheng',
  'zone-xueye',
  'town-kouzhen',
  'village-kouzhen',
  'helper-kouzhen',
  'auditor',
];
const LIST = '{ me { person { id } post } households(first: 200) { totalCount edges { node { id } } } }';

interface Seen {
  me: { person: { id: string } };
  households: { totalCount: number; edges: { node: { id: string } }[] };
}

const personOf = (account: string) => world.city.demoAccounts.find((each) => each.account === account)?.personId ?? '';

/** Told by the generated city, not by the graph. */
function rightsOf(account: string): Set<string> {
  const { city } = world;
  const held = city.appointments.find((each) => each.personId === personOf(account));
  const path = city.regions.find((region) => region.id === held?.regionId)?.path;
  if (path)
    return new Set(
      city.households.filter((household) => household.path.startsWith(path)).map((household) => household.id),
    );
  return new Set(
    city.pairings.filter((pairing) => pairing.helperId === personOf(account)).map((pairing) => pairing.householdId),
  );
}

/** What is wrong with an answer to `account`. */
function leaksOf(account: string, { me, households }: Seen): string[] {
  const rights = rightsOf(account);
  const ids = households.edges.map((edge) => edge.node.id);
  return [
    ...(me.person.id === personOf(account) ? [] : [`${account} was taken for ${me.person.id}`]),
    ...(households.totalCount === rights.size ? [] : [`${account} counts ${households.totalCount} of ${rights.size}`]),
    ...(ids.length === Math.min(200, rights.size) ? [] : [`${account} is shown ${ids.length}`]),
    ...ids.filter((id) => !rights.has(id)).map((id) => `${account} sees ${id}`),
  ];
}

/** Numerical Recipes' generator: the order of the users is the same every time. */
function* shuffled(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

test('200 requests of eight people, sixteen at a time over two connections: each sees exactly the own rows', async () => {
  const clients = new Map(await Promise.all(users.map(async (account) => [account, await world.as(account)] as const)));
  const draw = shuffled(20_180_501);
  const order = Array.from({ length: 200 }, () => users[(draw.next().value as number) % users.length] ?? 'auditor');
  const leaks: string[] = [];
  const next = order[Symbol.iterator]();
  const one = async () => {
    for (const account of next)
      leaks.push(...leaksOf(account, await (clients.get(account) as GraphClient).get<Seen>(LIST)));
  };
  await Promise.all(Array.from({ length: 16 }, one));
  expect(leaks).toEqual([]);
  expect(new Set(order).size).toBe(users.length);
});

test('the control: an answer given to the wrong person is found', async () => {
  const seen = await (await world.as('zone-xueye')).get<Seen>(LIST);
  expect(leaksOf('zone-xueye', seen)).toEqual([]);
  expect(leaksOf('town-kouzhen', seen).length).toBeGreaterThan(2);
});

test('signing out ends the session with the next request, and that session alone', async () => {
  const left = await GraphClient.signIn(world.url, 'town-kouzhen');
  const other = await world.as('town-kouzhen');
  expect((await left.get<Seen>(LIST)).me.person.id).toBe(personOf('town-kouzhen'));
  await left.get('mutation { signOut }');
  const { status, errors, data } = await left.ask(LIST);
  expect([status, errors.map((error) => error.extensions.code), data ?? null]).toEqual([
    401,
    ['UNAUTHENTICATED'],
    null,
  ]);
  expect(leaksOf('town-kouzhen', await other.get<Seen>(LIST))).toEqual([]);
});

test('an appointment that is ended ends the right with the next request', async () => {
  const officer = await GraphClient.signIn(world.url, 'district-gangcheng');
  expect(leaksOf('district-gangcheng', await officer.get<Seen>(LIST))).toEqual([]);
  const held = world.city.appointments.find((each) => each.personId === personOf('district-gangcheng'));
  await (await world.as('secadmin')).get(
    'mutation($id: ID!) { endAppointment(id: $id, reason: "调离岗位") { id validTo } }',
    { id: held?.id },
  );
  const { data, errors } = await officer.ask<Seen | null>(LIST);
  expect(data?.households ?? null).toBeNull();
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a pairing that is ended takes the household from the helper with the next request', async () => {
  const paired = await world.as('helper-kouzhen');
  const [household] = rightsOf('helper-kouzhen');
  const one = 'query($id: ID!) { household(id: $id) { id } }';
  expect(await paired.get(one, { id: household })).toEqual({ household: { id: household } });
  const other = world.city.persons.find((person) => person.id !== personOf('helper-kouzhen'))?.id;
  await (await world.as('town-kouzhen')).get(
    `mutation($household: ID!, $helper: ID!) { pairHelper(householdId: $household, helperId: $helper, from: "2018-12-01") { id } }`,
    { household, helper: other },
  );
  expect(await paired.get(one, { id: household })).toEqual({ household: null });
});
