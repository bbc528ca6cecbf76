// The passport (内部凭证): how the gateway, or a service under its own key, tells one subgraph who asks. Ed25519, one audience, at most 60 s.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Caller } from '../vocabulary/caller';
import { isId } from '../vocabulary/id';
import { RecentMap } from '../vocabulary/recent-map';

const HEADER = encode({ alg: 'EdDSA', typ: 'passport' });
const LIFETIME_SECONDS = 60;
/** A sealed passport is shown again for the same caller, but not in the second half of its life. */
const REUSED_SECONDS = 30;
const MAX_BYTES = 256 * 1024;
/** Callers and passports that are remembered, by twos. */
const HALF_OF_KNOWN = 2000;

/** Everything about the caller but the request's own number, which travels beside it: it names a request and opens nothing. */
type Bearer = Omit<Caller, 'operationId'>;

interface Claims {
  iss: string;
  aud: string;
  iat: number;
  exp: number;
  caller: Bearer;
}

export const GATEWAY_ISSUER = 'gateway';

export class PassportSealer {
  private readonly key: KeyObject;
  private readonly sealed = new RecentMap<string, { passport: string; iat: number }>(HALF_OF_KNOWN);

  constructor(
    privateKeyPem: string,
    private readonly issuer: string,
  ) {
    this.key = createPrivateKey(pem(privateKeyPem));
  }

  seal(caller: Caller, audience: string, nowSeconds = Math.floor(Date.now() / 1000)): string {
    const { operationId: _number, ...bearer } = caller;
    const what = `${audience} ${JSON.stringify(bearer)}`;
    const known = this.sealed.get(what);
    if (known && nowSeconds >= known.iat && nowSeconds < known.iat + REUSED_SECONDS) return known.passport;
    const claims: Claims = {
      iss: this.issuer,
      aud: audience,
      iat: nowSeconds,
      exp: nowSeconds + LIFETIME_SECONDS,
      caller: bearer,
    };
    const body = `${HEADER}.${encode(claims)}`;
    const passport = `${body}.${sign(null, Buffer.from(body), this.key).toString('base64url')}`;
    this.sealed.set(what, { passport, iat: nowSeconds });
    return passport;
  }
}

export class PassportOpener {
  private readonly keys = new Map<string, KeyObject>();
  /** Passports whose seal was found good; whether their time has come or gone is looked at each time. */
  private readonly opened = new RecentMap<string, Claims>(HALF_OF_KNOWN);

  /** `issuers`: public key of the gateway and of each service, by issuer name. */
  constructor(
    private readonly audience: string,
    issuers: Readonly<Record<string, string>>,
  ) {
    for (const [issuer, publicKey] of Object.entries(issuers)) this.keys.set(issuer, createPublicKey(pem(publicKey)));
  }

  /** The caller, or null whatever is wrong: a door answers 401 and tells no more. */
  open(
    passport: string | undefined,
    operationId: string | undefined,
    nowSeconds = Math.floor(Date.now() / 1000),
  ): Caller | null {
    if (!passport || passport.length > MAX_BYTES || !isId(operationId)) return null;
    const claims = this.opened.get(passport) ?? this.read(passport);
    if (!claims) return null;
    const { iat, exp, caller } = claims;
    return iat <= nowSeconds + 5 && exp > nowSeconds ? { ...caller, operationId } : null;
  }

  private read(passport: string): Claims | null {
    const parts = passport.split('.');
    const [header, body, signature] = parts;
    if (parts.length !== 3 || header !== HEADER || !body || !signature) return null;
    const claims = decode(body);
    if (!claims || claims.aud !== this.audience) return null;
    const key = this.keys.get(claims.iss);
    if (!key || !verify(null, Buffer.from(`${header}.${body}`), key, Buffer.from(signature, 'base64url'))) return null;
    if (!(claims.exp - claims.iat <= LIFETIME_SECONDS)) return null;
    // A service can speak only as itself; only the gateway may say that a person asks directly.
    const { service } = claims.caller;
    if (service !== claims.iss && !(service === null && claims.iss === GATEWAY_ISSUER)) return null;
    this.opened.set(passport, claims);
    return claims;
  }
}

/** Keys come from environment variables too, where newlines are written as \n. */
function pem(text: string): string {
  return text.includes('\\n') ? text.replace(/\\n/g, '\n') : text;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(text: string): Claims | null {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Claims;
  } catch {
    return null;
  }
}
