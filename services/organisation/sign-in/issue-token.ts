// Issues the access token of a settled session, and the renewal (续期凭证) that gives the next one; only its hash is kept.
import { createHash, randomBytes } from 'node:crypto';
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import type { Settled } from './settle-session';
import { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

export interface TokenFor {
  personId: string;
  sessionId: string;
  settled: Settled;
  renewal?: string;
}

/** Tokens are stamped with this process's clock, which the gateway beside it shares; the session's own clock is the database's. */
export async function issueToken({ tools }: Context<OrganisationTools>, given: TokenFor): Promise<SignedIn> {
  const { token, expiresAt } = await tools.tokens.sign(given.personId, given.sessionId, new Date());
  return Object.assign(new SignedIn(), { token, expiresAt, renewal: given.renewal ?? null, ...given.settled });
}

export function hashOfRenewal(renewal: string): Buffer {
  return createHash('sha256').update(renewal).digest();
}

export async function drawRenewal(rows: WriteRows, sessionId: string): Promise<string> {
  const renewal = randomBytes(32).toString('base64url');
  await rows.query('insert into session.renewal (hash, session_id) values ($1, $2)', [
    hashOfRenewal(renewal),
    sessionId,
  ]);
  return renewal;
}
