// Sixty tokens that are not good (S8), each refused with 401.
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { openWorld, type World } from '../harness/world';
import { raw } from './toy-graph';

type Json = Record<string, unknown>;
let world: World;
let good: string;
let claims: Json;

beforeAll(async () => {
  world = await openWorld();
  good = (await world.as('town-kouzhen')).token as string;
  claims = JSON.parse(Buffer.from(good.split('.')[1] as string, 'base64url').toString()) as Json;
});
afterAll(() => world?.close());

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const header = { alg: 'EdDSA', typ: 'at+jwt' };
const now = () => Math.floor(Date.now() / 1000);
const other = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

function forged(head: Json | string, body: Json | string, seal: (text: string) => Buffer = bySigner): string {
  const text = `${part(head)}.${part(body)}`;
  return `${text}.${seal(text).toString('base64url')}`;
}
const bySigner = (text: string) => sign(null, Buffer.from(text), world.cluster.secrets.token.privateKey);
const byOther = (text: string) => sign(null, Buffer.from(text), other.privateKey);
const byPublicKey = (text: string) => createHmac('sha256', world.cluster.secrets.token.publicKey).update(text).digest();
const changed = (change: Json, head: Json = {}) => forged({ ...header, ...head }, { ...claims, ...change });
const without = (name: string) => changed({ [name]: undefined });
const bearer = (token: string) => `Bearer ${token}`;

const cases: [string, () => string][] = [
  ['an empty header', () => ''],
  ['a scheme alone', () => 'Bearer'],
  ['an empty token', () => 'Bearer '],
  ['a token without a scheme', () => good],
  ['another scheme', () => 'Basic dG93bjpwYXNzd29yZA=='],
  ['two tokens', () => `Bearer ${good} ${good}`],
  ['a list of tokens', () => `Bearer ${good}, Bearer ${good}`],
  ['a tab in it', () => `Bearer\t${good}`],
  ['a word', () => bearer('token')],
  ['two dots', () => bearer('..')],
  ['two parts', () => bearer(good.split('.').slice(0, 2).join('.'))],
  ['four parts', () => bearer(`${good}.x`)],
  ['no signature', () => bearer(`${good.split('.').slice(0, 2).join('.')}.`)],
  ['a cut signature', () => bearer(good.slice(0, -4))],
  ['a changed signature', () => bearer(`${good.slice(0, -6)}${good.at(-6) === 'A' ? 'B' : 'A'}${good.slice(-5)}`)],
  [
    'changed claims under the old signature',
    () => bearer([good.split('.')[0], part({ ...claims, sub: randomUUID() }), good.split('.')[2]].join('.')),
  ],
  [
    'a changed header under the old signature',
    () => bearer([part({ ...header, kid: '1' }), ...good.split('.').slice(1)].join('.')),
  ],
  ['alg none', () => bearer(`${part({ ...header, alg: 'none' })}.${part(claims)}.`)],
  ['alg None', () => bearer(`${part({ ...header, alg: 'None' })}.${part(claims)}.`)],
  [
    'alg none with the old signature',
    () => bearer([part({ ...header, alg: 'none' }), ...good.split('.').slice(1)].join('.')),
  ],
  ['no alg', () => bearer(forged({ typ: 'at+jwt' }, claims))],
  ['HS256 with the public key', () => bearer(forged({ ...header, alg: 'HS256' }, claims, byPublicKey))],
  ['HS256 said to be EdDSA', () => bearer(forged(header, claims, byPublicKey))],
  [
    'HS512 with an empty secret',
    () => bearer(forged({ ...header, alg: 'HS512' }, claims, (text) => createHmac('sha512', '').update(text).digest())),
  ],
  [
    'RS256',
    () =>
      bearer(forged({ ...header, alg: 'RS256' }, claims, (text) => sign('sha256', Buffer.from(text), rsa.privateKey))),
  ],
  [
    'RS256 said to be EdDSA',
    () => bearer(forged(header, claims, (text) => sign('sha256', Buffer.from(text), rsa.privateKey))),
  ],
  ['the right key under ES256', () => bearer(changed({}, { alg: 'ES256' }))],
  ['another Ed25519 key', () => bearer(forged(header, claims, byOther))],
  [
    'the key of passports',
    () =>
      bearer(
        forged(header, claims, (text) => sign(null, Buffer.from(text), world.cluster.secrets.passport.privateKey)),
      ),
  ],
  [
    'the key of a service',
    () =>
      bearer(
        forged(header, claims, (text) =>
          sign(null, Buffer.from(text), world.cluster.secrets.services.funds.privateKey),
        ),
      ),
  ],
  ['a kid', () => bearer(changed({}, { kid: '../../dev/null' }))],
  ['a jku', () => bearer(changed({}, { jku: 'http://127.0.0.1:1/keys' }))],
  [
    'a jwk of its own',
    () => bearer(forged({ ...header, jwk: other.publicKey.export({ format: 'jwk' }) }, claims, byOther)),
  ],
  ['an x5u', () => bearer(changed({}, { x5u: 'http://127.0.0.1:1/cert' }))],
  ['a crit', () => bearer(changed({}, { crit: ['exp'] }))],
  ['a b64 header', () => bearer(changed({}, { b64: false, crit: ['b64'] }))],
  ['no typ', () => bearer(forged({ alg: 'EdDSA' }, claims))],
  ['typ JWT', () => bearer(changed({}, { typ: 'JWT' }))],
  ['typ passport', () => bearer(changed({}, { typ: 'passport' }))],
  ['no issuer', () => bearer(without('iss'))],
  ['another issuer', () => bearer(changed({ iss: 'households' }))],
  ['no audience', () => bearer(without('aud'))],
  ['another audience', () => bearer(changed({ aud: 'organisation' }))],
  ['a list of audiences', () => bearer(changed({ aud: ['graph', 'other'] }))],
  ['no expiry', () => bearer(without('exp'))],
  ['expired', () => bearer(changed({ iat: now() - 1000, nbf: now() - 1000, exp: now() - 1 }))],
  ['an expiry in words', () => bearer(changed({ exp: 'never' }))],
  ['a day long', () => bearer(changed({ exp: now() + 86_400 }))],
  ['not yet valid', () => bearer(changed({ nbf: now() + 300 }))],
  ['no nbf', () => bearer(without('nbf'))],
  ['no iat', () => bearer(without('iat'))],
  ['no jti', () => bearer(without('jti'))],
  ['no person', () => bearer(without('sub'))],
  ['no session', () => bearer(without('sid'))],
  ['a session that is no id', () => bearer(changed({ sid: "' or 1=1 --" }))],
  ['a session that never was', () => bearer(changed({ sid: randomUUID() }))],
  ['the session of another person', () => bearer(changed({ sub: randomUUID() }))],
  ['a payload that is no JSON', () => bearer(forged(header, '{'))],
  ['a payload that is a list', () => bearer(forged(header, '[]'))],
  ['twenty thousand letters', () => bearer(changed({ extra: 'x'.repeat(15_000) }))],
];

async function ask(authorization: string | undefined) {
  const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
  const { status, text } = await raw(
    world.url,
    'POST',
    headers,
    JSON.stringify({ query: '{ me { post } regions(first: 1) { edges { node { id } } } }' }),
  );
  return { status, body: JSON.parse(text) as { data?: Json; errors?: { extensions: Json }[] } };
}

test('there are sixty of them', () => expect(cases.length).toBeGreaterThanOrEqual(60));

test.each(cases)('%s is refused', async (_, authorization) => {
  const { status, body } = await ask(authorization());
  expect([status, body.errors?.[0]?.extensions.code, body.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
});

test('control: the good one is good, and so is one made in the same way', async () => {
  for (const token of [good, changed({})])
    expect((await ask(`Bearer ${token}`)).body).toMatchObject({ data: { me: { post: 'town-officer' } } });
  expect((await ask(undefined)).body).toMatchObject({ data: { me: null, regions: { edges: [{}] } } });
});

test('what the gateway refused is counted by minute, code and address', async () => {
  const count = async () =>
    Number(
      (
        await world.sql.query(
          `select coalesce(sum(count), 0) as n from gateway.refusal where code = 'UNAUTHENTICATED' and address = '127.0.0.1'`,
        )
      ).rows[0].n,
    );
  for (let tries = 0; tries < 100 && (await count()) < cases.length; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await count()).toBeGreaterThanOrEqual(cases.length);
});
