// Who asks (请求人): nobody without a token, one person under one appointment with a good one, and never anybody with a bad one.
import { type AccessToken, verifyAccessToken } from '#platform/access/access-token';
import type { SubgraphDoor } from '#platform/graph/http-door';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { RecentMap } from '#platform/vocabulary/recent-map';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import { gatewayRefusals } from '../refusals';
import { within } from '../within';
import type { GatewayDatabase, Standing } from './session-standing';

/** Tokens that are remembered, by twos. */
const HALF_OF_TOKENS = 2500;
/** How long ago a session may have been read for a query to be begun on the strength of it. */
const MOST_AGE_MS = 60_000;
const BEARER = /^Bearer ([A-Za-z0-9._-]+)$/i;

type Shown = Pick<AccessToken, 'sessionId' | 'personId'>;

export interface WhoSettings {
  publicKey: string;
  issuer: string;
  audience: string;
  database: GatewayDatabase;
  households: SubgraphDoor;
  timeoutMs: number;
}

export class Who {
  private readonly verified = new RecentMap<string, AccessToken>(HALF_OF_TOKENS);

  private readonly stood = new RecentMap<string, { standing: Standing; at: number }>(HALF_OF_TOKENS);

  constructor(private readonly settings: WhoSettings) {}

  /** As whom a query may be begun before its session is read: as it stood lately; never a helper, whose pairings must be asked first. */
  callerAhead(token: AccessToken | null, operationId: string, address: string): Caller | null {
    const known = token && this.stood.get(token.sessionId);
    if (!known || performance.now() - known.at > MOST_AGE_MS || known.standing.post === 'helper') return null;
    return { ...anonymousCaller(operationId), address, ...known.standing, sessionId: token.sessionId };
  }

  /** What the token says; null when none was shown. A signature may be remembered, the session behind it is read each time. */
  async tokenOf(authorization: string | undefined): Promise<AccessToken | null> {
    if (authorization === undefined) return null;
    const token = BEARER.exec(authorization)?.[1];
    if (!token) throw gatewayRefusals.tokenRefused();
    const known = this.verified.get(token);
    if (known && known.expiresAt.getTime() > Date.now()) return known;
    this.verified.delete(token);
    const { publicKey, issuer, audience } = this.settings;
    const read = await verifyAccessToken(token, publicKey, { issuer, audience });
    if (!read) throw gatewayRefusals.tokenRefused();
    this.verified.set(token, read);
    return read;
  }

  callerOf(token: Shown | null, operationId: string, address: string): Promise<Caller> {
    const { database } = this.settings;
    return this.readCaller(token, operationId, address, (sessionId) => database.standing(sessionId));
  }

  /** Who it is now, for what only looks on: the session is not marked as used. */
  watch(token: Shown, operationId: string, address: string): Promise<Caller> {
    const { database } = this.settings;
    return this.readCaller(token, operationId, address, (sessionId) => database.watch(sessionId));
  }

  private async readCaller(
    token: Shown | null,
    operationId: string,
    address: string,
    read: GatewayDatabase['standing'],
  ): Promise<Caller> {
    const nobody: Caller = { ...anonymousCaller(operationId), address };
    if (!token) return nobody;
    const standing = await read(token.sessionId).catch((error: unknown) => {
      throw Object.assign(commonRefusals.unavailable(), { cause: error });
    });
    if (!standing || standing.personId !== token.personId) {
      this.stood.delete(token.sessionId);
      throw gatewayRefusals.tokenRefused();
    }
    this.stood.set(token.sessionId, { standing, at: performance.now() });
    const caller: Caller = { ...nobody, ...standing, sessionId: token.sessionId };
    return caller.post === 'helper' ? { ...caller, pairedHouseholds: await this.pairedHouseholds(caller) } : caller;
  }

  /** A helper whose pairing is not known may not pass for one without households: sums would look like nought. */
  private async pairedHouseholds(caller: Caller): Promise<readonly string[]> {
    const asked = this.settings.households.execute(
      { query: '{ pairedHouseholds }' },
      { ...caller, scope: 'own', service: 'gateway' },
    );
    const { data, errors } = await within(asked, this.settings.timeoutMs, () =>
      commonRefusals.unavailable({ subgraph: 'households' }),
    ).catch((error: unknown) => {
      throw error instanceof Refusal ? error : Object.assign(commonRefusals.unavailable(), { cause: error });
    });
    const paired = (data as { pairedHouseholds?: string[] | null } | null | undefined)?.pairedHouseholds;
    if (errors?.length || !Array.isArray(paired))
      throw Object.assign(commonRefusals.unavailable({ subgraph: 'households' }), { cause: errors });
    return paired;
  }
}

/** Whether two callers may see the very same: every fact of them is compared. */
export function isSameCaller(one: Caller, other: Caller): boolean {
  const facts = Object.keys(one) as (keyof Caller)[];
  return (
    facts.length === Object.keys(other).length &&
    facts.every((fact) => one[fact] === other[fact] || isSameList(one[fact], other[fact]))
  );
}

function isSameList(one: unknown, other: unknown): boolean {
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, at) => item === other[at])
  );
}
