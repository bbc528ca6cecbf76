// What organisation is given by its environment: the keys of its tokens and secrets, its profile, the list of breached passwords.
import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PersonalData } from '#platform/database/personal-data';
import { type FileTools, openFileDesk } from '#platform/graph/files/file-desk';
import { projectRoot } from '#platform/process/project-root';
import { key32, pem, profile, readSettings, SettingsError, secretSetting, setting } from '#platform/process/settings';
import { readAccountSheet } from './account-sheet';
import { externalIssuer } from './external-issuer';
import { passwordHasher } from './password-hasher';
import type { ExternalIssuer, OrganisationTools } from './sign-in/tools.rules';
import { tokenSigner } from './token-signer';

const settings = z.object({
  PROFILE: setting(profile(), '运行方式 demo | production · profile').default('production'),
  TOKEN_PRIVATE_KEY: secretSetting(pem(), '访问令牌私钥（Ed25519）· private key of access tokens, Ed25519'),
  TOKEN_PUBLIC_KEY: setting(pem(), '访问令牌公钥 · public key of access tokens').optional(),
  TOKEN_ISSUER: setting(z.string().min(1), '令牌签发者 · issuer of tokens').default('organisation'),
  TOKEN_AUDIENCE: setting(z.string().min(1), '令牌受众 · audience of tokens').default('graph'),
  OIDC_ISSUER: setting(
    z.url(),
    '外部统一身份认证的签发者；不设则关闭 · external issuer of ID tokens; off unless set',
  ).optional(),
  OIDC_AUDIENCE: setting(
    z.string().min(1),
    '其令牌受众（本系统的客户端号）· audience of its tokens, our client id',
  ).optional(),
  OIDC_JWKS_URL: setting(z.url(), '其公钥地址 · address of its public keys').optional(),
  OIDC_JWKS_FILE: setting(z.string().min(1), '或其公钥文件 · or a file with them').optional(),
  OIDC_ACCOUNT_CLAIM: setting(z.string().min(1), '指明账号名的声明 · claim that names the account').default(
    'preferred_username',
  ),
  SECOND_FACTOR_KEY: secretSetting(
    key32(),
    '动态口令密钥的加密密钥；不设则由令牌私钥派生，轮换令牌私钥前须设 · seals second factors; derived from the token key unless set, so set it before that key is rotated',
  ).optional(),
});

export function organisationTools(env: NodeJS.ProcessEnv): OrganisationTools & FileTools {
  const read = readSettings(settings, env);
  const derive = (use: string) =>
    Buffer.from(hkdfSync('sha256', read.TOKEN_PRIVATE_KEY, 'organisation', use, 32)).toString('base64');
  const secrets = new PersonalData({
    keys: { 1: read.SECOND_FACTOR_KEY ?? derive('second factor') },
    blindIndexKey: derive('fingerprint'),
  });
  return {
    files: openFileDesk(env, 'organisation'),
    profile: read.PROFILE,
    tokens: tokenSigner(read.TOKEN_PRIVATE_KEY, { issuer: read.TOKEN_ISSUER, audience: read.TOKEN_AUDIENCE }),
    passwords: passwordHasher,
    externalIssuer: issuerOf(read),
    seal: (text) => secrets.seal(text),
    unseal: (sealed) => secrets.open(sealed),
    fingerprint: (text) => secrets.blindIndex(text),
    breachedPasswords: readBreachedPasswords(),
    readAccountSheet,
  };
}

/** All of it or none: half a configuration is a mistake that is told at the start. */
function issuerOf(read: z.output<typeof settings>): ExternalIssuer | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl, OIDC_JWKS_FILE: jwksFile } = read;
  if (!issuer && !audience && !jwksUrl && !jwksFile) return null;
  if (!issuer || !audience || (jwksUrl === undefined) === (jwksFile === undefined))
    throw new SettingsError([
      'OIDC_ISSUER、OIDC_AUDIENCE 与 OIDC_JWKS_URL 或 OIDC_JWKS_FILE 之一须一并设置 · set OIDC_ISSUER, OIDC_AUDIENCE and one of OIDC_JWKS_URL and OIDC_JWKS_FILE together',
    ]);
  return externalIssuer({ issuer, audience, claim: read.OIDC_ACCOUNT_CLAIM, jwksUrl, jwksFile });
}

function readBreachedPasswords(): ReadonlySet<string> {
  const lines = readFileSync(join(projectRoot, 'data/passwords/breached.txt'), 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim().toLowerCase()).filter((line) => line !== '' && !line.startsWith('#')));
}
