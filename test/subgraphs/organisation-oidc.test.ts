// Signing in by an external issuer (统一身份认证): a key server on the loopback, good tokens, and every kind of bad one.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Desk, openDesk } from './organisation-desk';

const ISSUER = 'https://sso.laiwu.test/';
type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

let desk: Desk;
let server: Server;
let key: Key;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] };
  server = createServer((_, response) => response.end(JSON.stringify(jwks)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  desk = await openDesk({
    env: { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: 'fupin', OIDC_JWKS_URL: `http://127.0.0.1:${port}/jwks` },
  });
});
afterAll(async () => {
  await desk?.close();
  server?.close();
});

interface Told {
  account?: string;
  issuer?: string;
  audience?: string | string[];
  age?: number;
  life?: number;
  by?: Key | Uint8Array;
  alg?: string;
}
const token = ({
  account = 'town-kouzhen',
  issuer = ISSUER,
  audience = 'fupin',
  age = 0,
  life = 300,
  by = key,
  alg = 'ES256',
}: Told = {}) => {
  const now = Math.floor(Date.now() / 1000) - age;
  return new SignJWT({ preferred_username: account })
    .setProtectedHeader({ alg, kid: 'one' })
    .setSubject('external-1')
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + life)
    .sign(by);
};
const enter = async (idToken: string) =>
  desk.ask(
    desk.anonymous('10.5.5.5'),
    'mutation($t: String!) { signInExternally(idToken: $t) { token challenge appointment { post } } }',
    { t: idToken },
  );

test('a good token opens a session of our own, under the own appointment', async () => {
  const { data, codes } = await enter(await token());
  expect(codes).toEqual([]);
  expect(data.signInExternally).toMatchObject({ challenge: null, appointment: { post: 'town-officer' } });
  expect(await desk.callerOf(data.signInExternally.token)).toMatchObject({ post: 'town-officer' });
});

test('whatever is wrong with a token is told alike', async () => {
  const stranger = (await generateKeyPair('ES256')).privateKey;
  const bad: [string, string][] = [
    ['another key', await token({ by: stranger })],
    ['another issuer', await token({ issuer: 'https://elsewhere.test/' })],
    ['another audience', await token({ audience: 'other' })],
    ['several audiences', await token({ audience: ['fupin', 'other'] })],
    ['expired', await token({ age: 400, life: 300 })],
    ['kept for long', await token({ age: 1200, life: 3600 })],
    [
      'a shared secret',
      await token({ by: new TextEncoder().encode('a secret of thirty-two letters!!'), alg: 'HS256' }),
    ],
    ['nobody here', await token({ account: 'no-such-account' })],
    ['unsigned', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await token()).split('.')[1]}.`],
    ['no token', 'x'],
  ];
  for (const [what, idToken] of bad) expect([what, (await enter(idToken)).codes]).toEqual([what, ['SIGN_IN_REFUSED']]);
});

test('an account that waits for its release opens no post by an external token either', async () => {
  await desk.sql.query(`update organisation.account set awaits_release = true where name = 'auditor'`);
  const { data } = await enter(await token({ account: 'auditor' }));
  expect(data.signInExternally).toMatchObject({ challenge: 'RELEASE', appointment: null });
});

test('without a configured issuer it is off, and half a configuration does not start', async () => {
  const plain = await openDesk();
  const refused = await plain.ask(
    plain.anonymous(),
    'mutation($t: String!) { signInExternally(idToken: $t) { token } }',
    {
      t: await token(),
    },
  );
  expect(refused.codes).toEqual(['SIGN_IN_REFUSED']);
  await plain.close();
  await expect(openDesk({ env: { OIDC_ISSUER: ISSUER } })).rejects.toThrow('OIDC_AUDIENCE');
});
