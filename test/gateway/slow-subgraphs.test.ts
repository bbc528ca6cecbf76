// A subgraph of the real graph that hangs or is dead (R12, R13): the answer comes in time, and a money total is never shown as nought.
import type { SubgraphName } from '#platform/database/roles';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { openWorld, type World } from '../harness/world';

/** 2.5 s where the machine has nothing else to do; one that tests everything at once is late by itself. */
const IN_TIME_MS = process.env.CI ? 8000 : 2500;

let world: World;
const ill = new Map<SubgraphName, SubgraphDoor['execute']>();
beforeAll(async () => {
  world = await openWorld({
    doors: (doors) => {
      const wrapped = Object.entries(doors).map(([name, door]) => [
        name,
        {
          execute: (operation, caller) => (ill.get(name as SubgraphName) ?? door.execute)(operation, caller),
          file: (request, caller) => door.file(request, caller),
          ready: () => door.ready(),
          close: () => door.close(),
        } satisfies SubgraphDoor,
      ]);
      return Object.fromEntries(wrapped) as Record<SubgraphName, SubgraphDoor>;
    },
  });
});
afterEach(() => ill.clear());
afterAll(() => world?.close());

const hangs = () => new Promise<never>(() => undefined);
const dead = () => Promise.reject(commonRefusals.unavailable());
const query = '{ me { region { name funds(year: 2018) { paid } householdSummary(year: 2018) { households } } } }';

test.each<[string, SubgraphDoor['execute']]>([
  ['hangs', hangs],
  ['is dead', dead],
])('funds %s: the total is null with UNAVAILABLE, the rest is there within 2.5 s', async (_, behaviour) => {
  const client = await world.as('town-kouzhen');
  const before = await client.get(query);
  expect(before.me.region.funds.paid).toMatch(/^\d+\.\d\d$/);
  ill.set('funds', behaviour);
  const begun = performance.now();
  const { status, data, errors } = await client.ask(query);
  expect(performance.now() - begun).toBeLessThan(IN_TIME_MS);
  expect(status).toBe(200);
  expect(data).toEqual({ me: { region: { ...before.me.region, funds: null } } });
  expect(errors).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAVAILABLE', facts: expect.anything() }) }),
  ]);
});

test('two that hang one after another still answer within 2.5 s', async () => {
  const client = await world.as('town-kouzhen');
  ill.set('funds', hangs);
  ill.set('households', hangs);
  const begun = performance.now();
  const { data } = await client.ask(query);
  expect(performance.now() - begun).toBeLessThan(IN_TIME_MS);
  expect(data).toMatchObject({ me: { region: { funds: null, householdSummary: null } } });
});

test('a helper whose pairing cannot be asked is refused, never shown as one without households', async () => {
  const client = await world.as('helper-kouzhen');
  expect((await client.get('{ households { edges { node { id } } } }')).households.edges).toHaveLength(6);
  ill.set('households', dead);
  const { status, data, errors } = await client.ask('{ me { post } households { edges { node { id } } } }');
  expect([status, data, errors[0]?.extensions.code]).toEqual([503, undefined, 'UNAVAILABLE']);
});

test('all are ready, and the session database is one of them', async () => {
  const ready = await fetch(world.url.replace('/graphql', '/health/ready'));
  expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ status: 'ready', notReady: [] })]);
});

test('a request of another kind changes nothing in the city', async () => {
  const { token } = await world.as('sysadmin');
  const accounts = async () =>
    Number((await world.sql.query('select count(*) from organisation.account')).rows[0].count);
  const before = await accounts();
  const mutation = 'mutation { signOut }';
  const authorization = `Bearer ${token}`;
  const attempts: [string, RequestInit][] = [
    [`${world.url}?query=${encodeURIComponent(mutation)}`, { headers: { authorization } }],
    [
      `${world.url}?query=${encodeURIComponent(mutation)}`,
      { headers: { authorization, 'apollo-require-preflight': '1' } },
    ],
    [
      world.url,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent(mutation)}`,
      },
    ],
    [
      world.url,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/plain' },
        body: JSON.stringify({ query: mutation }),
      },
    ],
  ];
  for (const [url, init] of attempts) expect((await fetch(url, init)).status).toBeGreaterThanOrEqual(400);
  // The session still stands: none of them signed it out.
  expect((await (await world.as('sysadmin')).ask('{ me { post } }')).data).toEqual({
    me: { post: 'system-administrator' },
  });
  expect(await accounts()).toBe(before);
});
