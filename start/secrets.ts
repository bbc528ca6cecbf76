// The secrets (密钥) of an installation that starts itself: made once, kept in one file that only its owner may read.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';

interface KeyPair {
  privateKey: string;
  publicKey: string;
}

export interface Secrets {
  passport: KeyPair;
  token: KeyPair;
  services: Record<SubgraphName, KeyPair>;
  personalDataKeys: Record<string, string>;
  blindIndexKey: string;
  databasePasswords: Record<SubgraphName | 'gateway' | 'migrator', string>;
}

export interface LoadedSecrets {
  secrets: Secrets;
  /** the file was not there: a database full of sealed data must then be refused, before `keep` writes new ones */
  made: boolean;
  keep(): void;
}

export function loadSecrets(file: string): LoadedSecrets {
  if (existsSync(file))
    return { secrets: JSON.parse(readFileSync(file, 'utf8')) as Secrets, made: false, keep: () => undefined };
  const secrets = makeSecrets();
  return { secrets, made: true, keep: () => writeSecrets(file, secrets) };
}

function writeSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function makeSecrets(): Secrets {
  const each = <T>(make: () => T) =>
    Object.fromEntries(subgraphNames.map((name) => [name, make()])) as Record<SubgraphName, T>;
  return {
    passport: keyPair(),
    token: keyPair(),
    services: each(keyPair),
    personalDataKeys: { 1: key32() },
    blindIndexKey: key32(),
    databasePasswords: { ...each(password), gateway: password(), migrator: password() },
  };
}

function keyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString().trim(),
  };
}

const key32 = () => randomBytes(32).toString('base64');
const password = () => randomBytes(24).toString('base64url');
