// A good token stops being good at the next request: after a sign-out, an appointment's end, a disabled account or an idle half hour.
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
