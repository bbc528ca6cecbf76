// A passport opens one subgraph, for at most a minute, and only as whoever sealed it.
import { generateKeyPairSync } from 'node:crypto';
import { anonymousCaller, type Caller } from '../vocabulary/caller';
import { GATEWAY_ISSUER, PassportOpener, PassportSealer } from './passport';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
const gateway = pair();
const funds = pair();
const stranger = pair();
const OPERATION = '0160af04-9000-7000-8000-000000000001';
const caller: Caller = { ...anonymousCaller(OPERATION), personId: 'p', post: 'town-officer', regionId: 'r' };
const opener = new PassportOpener('households', { [GATEWAY_ISSUER]: gateway.publicKey, funds: funds.publicKey });
const NOW = 1_700_000_000;
const sealed = (
  over: Partial<Caller> = {},
  issuer = GATEWAY_ISSUER,
  key = gateway.privateKey,
  audience = 'households',
) => new PassportSealer(key, issuer).seal({ ...caller, ...over }, audience, NOW);

test('the gateway’s passport is opened as it was sealed', () => {
  expect(opener.open(sealed(), OPERATION, NOW)).toEqual(caller);
});

test.each([
  ['nothing', undefined],
  ['rubbish', 'a.b.c'],
  ['another subgraph’s passport', sealed({}, GATEWAY_ISSUER, gateway.privateKey, 'funds')],
  ['a stranger’s key', sealed({}, GATEWAY_ISSUER, stranger.privateKey)],
  ['an unknown issuer', sealed({}, 'stranger', stranger.privateKey)],
  ['a service that says it is the gateway', sealed({}, GATEWAY_ISSUER, funds.privateKey)],
  ['a service that says that a person asks directly', sealed({ service: null }, 'funds', funds.privateKey)],
  ['a service that says it is another one', sealed({ service: 'assessments' }, 'funds', funds.privateKey)],
  ['a huge one', `${sealed()}${'x'.repeat(300 * 1024)}`],
])('%s opens nothing', (_name, passport) => {
  expect(opener.open(passport, OPERATION, NOW)).toBeNull();
});

test('a service opens the door as itself', () => {
  expect(opener.open(sealed({ service: 'funds' }, 'funds', funds.privateKey), OPERATION, NOW)).toMatchObject({
    service: 'funds',
    personId: 'p',
  });
});

test('it is over after a minute, and not yet valid before its time', () => {
  expect(opener.open(sealed(), OPERATION, NOW + 59)).not.toBeNull();
  expect(opener.open(sealed(), OPERATION, NOW + 60)).toBeNull();
  expect(opener.open(sealed(), OPERATION, NOW - 60)).toBeNull();
});

test('every single flipped character closes it', () => {
  const passport = sealed();
  const at = [5, passport.indexOf('.') + 10, passport.lastIndexOf('.') - 3, passport.lastIndexOf('.') + 8];
  for (const place of at) {
    const flipped = `${passport.slice(0, place)}${passport[place] === 'A' ? 'B' : 'A'}${passport.slice(place + 1)}`;
    expect(opener.open(flipped, OPERATION, NOW)).toBeNull();
  }
});

test('other algorithms in the header are not even looked at', () => {
  const [, body = '', signature = ''] = sealed().split('.');
  for (const alg of ['none', 'HS256', 'RS256'])
    expect(
      opener.open(
        `${Buffer.from(JSON.stringify({ alg, typ: 'passport' })).toString('base64url')}.${body}.${signature}`,
        OPERATION,
        NOW,
      ),
    ).toBeNull();
});

test('the number of the request travels beside it, and without one it opens nothing', () => {
  const other = '0160af04-9000-7000-8000-000000000002';
  expect(opener.open(sealed(), other, NOW)).toEqual({ ...caller, operationId: other });
  for (const none of [undefined, '', 'op-1', `${other}x`]) expect(opener.open(sealed(), none, NOW)).toBeNull();
});

test('a passport is sealed once for the requests of half a minute, and for nobody else', () => {
  const sealer = new PassportSealer(gateway.privateKey, GATEWAY_ISSUER);
  const first = sealer.seal(caller, 'households', NOW);
  expect(sealer.seal({ ...caller, operationId: 'another' }, 'households', NOW + 29)).toBe(first);
  const others = [
    sealer.seal(caller, 'funds', NOW),
    sealer.seal({ ...caller, personId: 'q' }, 'households', NOW),
    sealer.seal({ ...caller, pairedHouseholds: ['h'] }, 'households', NOW),
    sealer.seal(caller, 'households', NOW + 30),
    sealer.seal(caller, 'households', NOW - 1),
  ];
  expect(new Set([first, ...others]).size).toBe(others.length + 1);
});

test('a seal that was found good is remembered, its end is not put off', () => {
  const passport = sealed();
  expect(opener.open(passport, OPERATION, NOW)).toEqual(caller);
  expect(opener.open(passport, OPERATION, NOW + 59)).toEqual(caller);
  expect(opener.open(passport, OPERATION, NOW + 60)).toBeNull();
  expect(opener.open(passport, OPERATION, NOW - 60)).toBeNull();
});
