// Sixty tokens that are not ours, or no longer, or not for this door, and the one that is.
import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { ACCESS_TOKEN_SECONDS, verifyAccessToken } from './access-token';

const ours = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = ours.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const expected = { issuer: 'organisation', audience: 'graph' };
const now = new Date('2018-06-01T08:00:00Z');
const seconds = now.getTime() / 1000;

type Json = Record<string, unknown>;
const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const goodHeader = { alg: 'EdDSA', typ: 'at+jwt' };
const goodClaims = {
  iss: 'organisation',
  aud: 'graph',
  sub: randomUUID(),
  sid: randomUUID(),
  jti: randomUUID(),
  iat: seconds - 60,
  nbf: seconds - 60,
  exp: seconds - 60 + ACCESS_TOKEN_SECONDS,
};

function token(claims: Json = {}, header: Json = {}, key: KeyObject = ours.privateKey): string {
  const body = `${encode({ ...goodHeader, ...header })}.${encode({ ...goodClaims, ...claims })}`;
  const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return `${body}.${sign(hash, Buffer.from(body), key).toString('base64url')}`;
}

function hmacToken(alg: string, hash: string, secret: string | Buffer): string {
  const body = `${encode({ ...goodHeader, alg })}.${encode(goodClaims)}`;
  return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`;
}

const good = token();
const [header = '', body = '', signature = ''] = good.split('.');
const rawPublic = ours.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
const jwk = theirs.publicKey.export({ format: 'jwk' });
const flipped = `${header}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;

const ill: Record<string, string> = {
  'nothing at all': '',
  'a word': 'token',
  'two dots': '..',
  'spaces around': ` ${good} `,
  'a scheme left on': `Bearer ${good}`,
  'two parts': `${header}.${body}`,
  'four parts': `${good}.x`,
  'five parts, like an encrypted token': `${good}.x.y`,
  'no signature': `${header}.${body}.`,
  'no header': `.${body}.${signature}`,
  'no claims': `${header}..${signature}`,
  'a header that is no JSON': `${encode('{')}.${body}.${signature}`,
  'a header that is a list': `${encode([])}.${body}.${signature}`,
  'claims that are no JSON': `${header}.${encode('{')}.${signature}`,
  'a changed signature': flipped,
  'a cut signature': good.slice(0, -4),
  'signature of another token': `${header}.${encode({ ...goodClaims, sub: randomUUID() })}.${signature}`,
  'algorithm none': `${encode({ ...goodHeader, alg: 'none' })}.${body}.`,
  'algorithm None': `${encode({ ...goodHeader, alg: 'None' })}.${body}.`,
  'algorithm nOnE with a signature': token({}, { alg: 'nOnE' }),
  'no algorithm': token({}, { alg: undefined }),
  'an empty algorithm': token({}, { alg: '' }),
  'HS256 with our public key as its secret': hmacToken('HS256', 'sha256', publicPem),
  'HS256 with the raw public key': hmacToken('HS256', 'sha256', rawPublic),
  'HS512 with our public key': hmacToken('HS512', 'sha512', publicPem),
  'HMAC said to be EdDSA': hmacToken('EdDSA', 'sha256', publicPem),
  'RS256 by an RSA key': token({}, { alg: 'RS256' }, rsa.privateKey),
  'RSA said to be EdDSA': token({}, {}, rsa.privateKey),
  'ES256 by a P-256 key': token({}, { alg: 'ES256' }, ec.privateKey),
  'ES256 said, signed by us': token({}, { alg: 'ES256' }),
  'somebody else’s Ed25519 key': token({}, {}, theirs.privateKey),
  'somebody else’s key, with its own jwk': token({}, { jwk }, theirs.privateKey),
  'somebody else’s key, with a jku': token({}, { jku: 'http://127.0.0.1:9/keys' }, theirs.privateKey),
  'somebody else’s key, with a kid': token({}, { kid: '1' }, theirs.privateKey),
  'a kid that is a path': token({}, { kid: '../../keys/token.pem' }),
  'a kid that is SQL': token({}, { kid: "' or 1=1 --" }),
  'a jku, although signed by us': token({}, { jku: 'http://127.0.0.1:9/keys' }),
  'an x5u': token({}, { x5u: 'http://127.0.0.1:9/cert' }),
  'an x5c': token({}, { x5c: ['MIIB'] }),
  'a critical extension': token({}, { crit: ['exp'], exp: 1 }),
  'an unencoded payload': token({}, { b64: false, crit: ['b64'] }),
  compressed: token({}, { zip: 'DEF' }),
  'no type': token({}, { typ: undefined }),
  'type JWT': token({}, { typ: 'JWT' }),
  'an id token': token({}, { typ: 'id+jwt' }),
  'a passport': token({}, { typ: 'passport' }),
  'another issuer': token({ iss: 'gateway' }),
  'no issuer': token({ iss: undefined }),
  'another audience': token({ aud: 'households' }),
  'no audience': token({ aud: undefined }),
  'an audience among others': token({ aud: ['graph', 'households'] }),
  'expired this second': token({ exp: seconds }),
  'expired long ago': token({ iat: seconds - 90_000, nbf: seconds - 90_000, exp: seconds - 89_100 }),
  'no expiry': token({ exp: undefined }),
  'an expiry in words': token({ exp: '2099-01-01' }),
  'a life of a day': token({ exp: seconds + 86_400 }),
  'not valid yet': token({ nbf: seconds + 60 }),
  'no beginning': token({ nbf: undefined }),
  'no time of issue': token({ iat: undefined }),
  'issued after its expiry': token({ iat: seconds + 100, exp: seconds + 50 }),
  'no person': token({ sub: undefined }),
  'a person that is no id': token({ sub: 'admin' }),
  'a person that is a number': token({ sub: 1 }),
  'no session': token({ sid: undefined }),
  'a session that is SQL': token({ sid: "'; drop table session.session; --" }),
  'a session that is an object': token({ sid: { $ne: null } }),
  'no id of its own': token({ jti: undefined }),
  'a huge token, signed by us': token({ more: 'x'.repeat(5000) }),
  'a hundred thousand letters': 'a'.repeat(100_000),
};

test('control: ours is read', async () => {
  await expect(verifyAccessToken(good, publicPem, expected, now)).resolves.toEqual({
    personId: goodClaims.sub,
    sessionId: goodClaims.sid,
    expiresAt: new Date(goodClaims.exp * 1000),
  });
  const onOneLine = publicPem.replaceAll('\n', '\\n');
  await expect(verifyAccessToken(good, onOneLine, expected, now)).resolves.not.toBeNull();
});

test('there are at least sixty of the others', () => {
  expect(Object.keys(ill).length).toBeGreaterThanOrEqual(60);
});

test.each(Object.entries(ill))('refused: %s', async (_, text) => {
  await expect(verifyAccessToken(text, publicPem, expected, now)).resolves.toBeNull();
});

test('a key that is not Ed25519 verifies nothing', async () => {
  const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await expect(
    verifyAccessToken(token({}, { alg: 'RS256' }, rsa.privateKey), rsaPem, expected, now),
  ).resolves.toBeNull();
});
