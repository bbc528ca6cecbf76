// A good token stops being good at the next request: after a sign-out, an appointment's end, a disabled account or an idle half hour.
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { isSameCaller } from '../../gateway/who/caller-of';
import { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test('a sign-out counts at the next request', async () => {
  const client = await GraphClient.signIn(world.url, 'city-director');
  expect((await client.ask('{ me { post } }')).status).toBe(200);
  await client.get('mutation { signOut }');
  expect((await client.ask('{ me { post } }')).status).toBe(401);
});

test('an appointment that ends, and an account that is disabled, count at the next request', async () => {
  const ending = [
    [
      'city-assessor',
      `update organisation.appointment set valid_to = (now() at time zone 'Asia/Shanghai')::date where id = (select appointment_id from session.session where id = $1)`,
    ],
    [
      'city-officer',
      'update organisation.account set disabled_at = now() where id = (select account_id from session.session where id = $1)',
    ],
    ['auditor', `update session.session set last_seen = now() - interval '31 minutes' where id = $1`],
  ] as const;
  for (const [account, sql] of ending) {
    const client = await GraphClient.signIn(world.url, account);
    expect([account, (await client.ask('{ me { post } }')).status]).toEqual([account, 200]);
    const { sid } = JSON.parse(
      Buffer.from((client.token as string).split('.')[1] as string, 'base64url').toString(),
    ) as { sid: string };
    await world.sql.query('begin');
    await world.sql.query('set local session_replication_role = replica');
    await world.sql.query(sql, [sid]);
    await world.sql.query('commit');
    expect([account, (await client.ask('{ me { post } }')).status]).toEqual([account, 401]);
  }
});

// Known operations are begun while the session is read (docs/decisions/0011): what was begun must not be given.
const WARM = '{ households(first: 5) { totalCount edges { node { number } } } }';

async function warm(client: GraphClient): Promise<number> {
  let total = 0;
  for (let time = 0; time < 3; time++)
    total = (await client.get<{ households: { totalCount: number } }>(WARM)).households.totalCount;
  return total;
}

const sessionOf = (client: GraphClient): string =>
  (JSON.parse(Buffer.from((client.token as string).split('.')[1] as string, 'base64url').toString()) as { sid: string })
    .sid;

test('a query that is known and was answered a moment ago is refused at the request after the session’s end', async () => {
  for (let time = 0; time < 5; time++) {
    const client = await GraphClient.signIn(world.url, 'district-laicheng');
    expect(await warm(client)).toBeGreaterThan(0);
    await world.sql.query('update session.session set ended_at = now() where id = $1', [sessionOf(client)]);
    const { status, data, errors } = await client.ask(WARM);
    expect([status, data ?? null, errors[0]?.extensions.code]).toEqual([401, null, 'UNAUTHENTICATED']);
  }
});

test('a known query of a session whose appointment was moved to a town sees the town alone, at the very next request', async () => {
  const client = await GraphClient.signIn(world.url, 'district-gangcheng');
  const town = await GraphClient.signIn(world.url, 'town-kouzhen');
  const [whole, part] = [await warm(client), await warm(town)];
  expect(part).not.toBe(whole);
  await world.sql.query('begin');
  await world.sql.query('set local session_replication_role = replica');
  await world.sql.query(
    `update organisation.appointment a set region_id = other.region_id, path = other.path
     from organisation.appointment other
     where a.id = (select appointment_id from session.session where id = $1)
       and other.id = (select appointment_id from session.session where id = $2)`,
    [sessionOf(client), sessionOf(town)],
  );
  await world.sql.query('commit');
  expect((await client.get<{ households: { totalCount: number } }>(WARM)).households.totalCount).toBe(part);
});

test('two callers are the same only when no fact of them differs', () => {
  const caller: Caller = { ...anonymousCaller('op'), personId: 'p', scope: 'region', regionId: 'r', sessionId: 's' };
  expect(isSameCaller(caller, { ...caller })).toBe(true);
  expect(isSameCaller(caller, { ...caller, pairedHouseholds: [] })).toBe(true);
  expect(isSameCaller({ ...caller, standsFor: ['x'] }, { ...caller, standsFor: ['x'] })).toBe(true);
  expect(isSameCaller({ ...caller, standsFor: ['x'] }, { ...caller, standsFor: ['y'] })).toBe(false);
  for (const fact of Object.keys(caller) as (keyof Caller)[]) {
    const other = { ...caller, [fact]: fact === 'pairedHouseholds' ? ['h'] : 'another' } as Caller;
    expect([fact, isSameCaller(caller, other)]).toEqual([fact, false]);
    expect([fact, isSameCaller(other, caller)]).toEqual([fact, false]);
  }
  const { address: _left, ...fewer } = caller;
  expect(isSameCaller(caller, fewer as Caller)).toBe(false);
});
