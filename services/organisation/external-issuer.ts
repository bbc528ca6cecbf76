// The external issuer (外部统一身份认证): verifies ID tokens by its published keys; one algorithm list, one audience, and only where it is configured.
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { ExternalIssuer } from './sign-in/tools.rules';

/** Asymmetric and current; `none` and HMAC are never among them, whatever a token's head says. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const MOST_LETTERS = 8192;
/** An ID token is shown at once after it was issued; an older one was kept by somebody. */
const MOST_AGE = '10 minutes';

export interface ExternalIssuerSettings {
  issuer: string;
  audience: string;
  /** the claim that names the account here */
  claim: string;
  jwksUrl?: string | undefined;
  jwksFile?: string | undefined;
}

export function externalIssuer({ issuer, audience, claim, jwksUrl, jwksFile }: ExternalIssuerSettings): ExternalIssuer {
  const keys = jwksUrl
    ? createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 2000, cooldownDuration: 30_000 })
    : createLocalJWKSet(JSON.parse(readFileSync(jwksFile as string, 'utf8')) as JSONWebKeySet);
  return {
    async read(idToken, now) {
      if (idToken.length > MOST_LETTERS) return null;
      try {
        const { payload } = await jwtVerify(idToken, keys, {
          algorithms: ALGORITHMS,
          issuer,
          audience,
          requiredClaims: ['sub', 'exp', 'iat', claim],
          maxTokenAge: MOST_AGE,
          clockTolerance: 5,
          currentDate: now,
        });
        const { [claim]: account, exp, aud } = payload;
        // Several audiences would make one token good at several doors.
        if (typeof account !== 'string' || typeof exp !== 'number' || aud !== audience) return null;
        return { account };
      } catch {
        return null;
      }
    },
  };
}
