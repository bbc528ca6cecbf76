// Signs access tokens (访问令牌): Ed25519, for one audience, at most 15 minutes, naming the person and the session and nothing else.
import { createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_SECONDS,
  ACCESS_TOKEN_TYPE,
  type TokenExpectation,
} from '#platform/access/access-token';
import type { TokenSigner } from './sign-in/tools.rules';

export function tokenSigner(privateKeyPem: string, { issuer, audience }: TokenExpectation): TokenSigner {
  const key = createPrivateKey(privateKeyPem.replaceAll('\\n', '\n'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the private key of access tokens must be Ed25519');
  return {
    async sign(personId, sessionId, now) {
      const issued = Math.floor(now.getTime() / 1000);
      const expires = issued + ACCESS_TOKEN_SECONDS;
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, typ: ACCESS_TOKEN_TYPE })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(personId)
        .setIssuedAt(issued)
        .setNotBefore(issued)
        .setExpirationTime(expires)
        .setJti(randomUUID())
        .sign(key);
      return { token, expiresAt: new Date(expires * 1000) };
    },
  };
}
