// The check that every peer pays as the gateway pays it: a signature may be remembered, the session behind it is read in each request.
import { type AccessToken, verifyAccessToken } from '#platform/access/access-token';
import { type GatewayDatabase, openGatewayDatabase, type Standing } from '../../gateway/who/session-standing';
import type { Environment } from '../../start/environment';

const MOST_TOKENS = 5000;

export class SessionCheck {
  private readonly verified = new Map<string, AccessToken>();
  private readonly database: GatewayDatabase;

  constructor(
    private readonly env: Environment,
    poolSize: number,
  ) {
    this.database = openGatewayDatabase({
      url: env.GATEWAY_DATABASE_URL ?? '',
      poolSize,
      timeoutMs: 20_000,
      onLost: (error) => process.stderr.write(`${error.message}\n`),
    });
  }

  /** null for a token that is not good, and for a session that has ended. */
  async check(authorization: string | undefined): Promise<(Standing & { sessionId: string }) | null> {
    const token = await this.tokenOf(authorization?.startsWith('Bearer ') ? authorization.slice(7) : '');
    const standing = token && (await this.database.standing(token.sessionId));
    return standing && standing.personId === token.personId ? { ...standing, sessionId: token.sessionId } : null;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async tokenOf(text: string): Promise<AccessToken | null> {
    const known = this.verified.get(text);
    if (known && known.expiresAt.getTime() > Date.now()) return known;
    const { TOKEN_PUBLIC_KEY: key = '', TOKEN_ISSUER: issuer = '', TOKEN_AUDIENCE: audience = '' } = this.env;
    const read = await verifyAccessToken(text, key, { issuer, audience });
    if (!read) return null;
    if (this.verified.size >= MOST_TOKENS) this.verified.clear();
    this.verified.set(text, read);
    return read;
  }
}
