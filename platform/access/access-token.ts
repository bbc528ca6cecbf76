// The access token (访问令牌) that a client shows at the gateway: JWT, Ed25519 alone, everything in it required and nothing more believed.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { type JWTPayload, jwtVerify } from 'jose';

export const ACCESS_TOKEN_TYPE = 'at+jwt';
export const ACCESS_TOKEN_ALGORITHM = 'EdDSA';
/** MLPS level 3: an access token lives 15 minutes at most. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const MAX_LENGTH = 4096;
const CLOCK_TOLERANCE_SECONDS = 5;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface TokenExpectation {
  issuer: string;
  audience: string;
}

export interface AccessToken {
  personId: string;
  sessionId: string;
  expiresAt: Date;
}

/** What the token says, or null whatever is wrong with it: a door answers 401 and tells no more. */
export async function verifyAccessToken(
  token: string,
  publicKeyPem: string,
  expected: TokenExpectation,
  now: Date = new Date(),
): Promise<AccessToken | null> {
  if (token.length > MAX_LENGTH) return null;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keyOf(publicKeyPem), {
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      typ: ACCESS_TOKEN_TYPE,
      issuer: expected.issuer,
      audience: expected.audience,
      requiredClaims: ['sub', 'sid', 'exp', 'nbf', 'iat', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    // A header of ours has two entries; kid, jku, jwk, x5u or crit are somebody else's idea of which key to take.
    if (Object.keys(protectedHeader).some((name) => name !== 'alg' && name !== 'typ')) return null;
    return read(payload, expected, now);
  } catch {
    return null;
  }
}

function read(payload: JWTPayload, expected: TokenExpectation, now: Date): AccessToken | null {
  const { sub, sid, exp, iat, nbf, jti, aud } = payload;
  if (typeof sub !== 'string' || typeof sid !== 'string' || !UUID.test(sub) || !UUID.test(sid)) return null;
  if (typeof exp !== 'number' || typeof iat !== 'number' || typeof nbf !== 'number' || typeof jti !== 'string')
    return null;
  // The tolerance is for clocks that disagree at the beginning; an end is an end.
  if (exp * 1000 <= now.getTime()) return null;
  // A list of audiences would make one token good at several doors.
  if (aud !== expected.audience || exp - iat > ACCESS_TOKEN_SECONDS || exp <= iat) return null;
  return { personId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
}

const keys = new Map<string, KeyObject>();

function keyOf(publicKeyPem: string): KeyObject {
  let key = keys.get(publicKeyPem);
  if (!key) {
    key = createPublicKey(publicKeyPem.replaceAll('\\n', '\n'));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('the public key of access tokens must be Ed25519');
    keys.set(publicKeyPem, key);
  }
  return key;
}
