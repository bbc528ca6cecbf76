// The production profile: every key and password comes from the environment, nothing is made up, and all that is missing is named at once.
import { z } from 'zod';
import { type SubgraphName, subgraphNames } from '#platform/database/roles';
import { jsonOf, key32, pem, readSettings, secretSetting, setting } from '#platform/process/settings';
import type { Secrets } from './secrets';

const databaseUrl = (name: string) =>
  secretSetting(
    z.url({ protocol: /^postgres(ql)?$/ }),
    `${name} 登录的数据库地址 · database address of ${name}’s login`,
  );
const privateKey = (says: string) => secretSetting(pem(), says);

const processes = [...subgraphNames, 'gateway'] as const;

/** One setting a process, by a name made from the process's. */
const each = (names: readonly string[], suffix: string, make: (name: string) => z.ZodType<string>) =>
  Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_${suffix}`, make(name)]));

const databaseUrls = z
  .object({ DATABASE_URL: databaseUrl('migrator') })
  .extend(each(processes, 'DATABASE_URL', databaseUrl));

const keys = z.object({
  SERVICE_PUBLIC_KEYS: setting(
    jsonOf(z.record(z.string(), z.string())),
    '各服务公钥 JSON · public keys of the services as JSON',
  ),
  PASSPORT_PRIVATE_KEY: privateKey('网关私钥 · private key of the gateway'),
  PASSPORT_PUBLIC_KEY: setting(pem(), '网关公钥 · public key of the gateway'),
  TOKEN_PRIVATE_KEY: privateKey('令牌私钥 · private key of the access tokens'),
  TOKEN_PUBLIC_KEY: setting(pem(), '令牌公钥 · public key of the access tokens'),
  PERSONAL_DATA_KEYS: secretSetting(
    jsonOf(z.record(z.string(), key32())),
    '个人信息密钥 JSON · keys of personal data as JSON, by version',
  ),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · key of the blind index'),
});

const everything = keys
  .extend(databaseUrls.shape)
  .extend(
    each(subgraphNames, 'SERVICE_PRIVATE_KEY', (name) =>
      privateKey(`${name} 服务私钥 · private key of the service ${name}`),
    ),
  );

/** Passwords of the app roles, taken from the addresses that the processes will log in with. */
export function passwordsOf(env: NodeJS.ProcessEnv): Secrets['databasePasswords'] {
  const urls = readSettings(databaseUrls, env) as Record<string, string>;
  const passwords = processes.map((name) => [
    name,
    decodeURIComponent(new URL(urls[`${name.toUpperCase()}_DATABASE_URL`] as string).password),
  ]);
  return { ...Object.fromEntries(passwords), migrator: '' };
}

export interface ProductionSecrets {
  secrets: Secrets;
  databaseUrls: Record<SubgraphName | 'gateway', string>;
}

export function productionSecrets(env: NodeJS.ProcessEnv): ProductionSecrets {
  const read: unknown = readSettings(everything, env);
  const fixed = read as z.output<typeof keys>;
  const named = read as Record<string, string>;
  const services = subgraphNames.map((name) => [
    name,
    { privateKey: named[`${name.toUpperCase()}_SERVICE_PRIVATE_KEY`], publicKey: fixed.SERVICE_PUBLIC_KEYS[name] },
  ]);
  return {
    databaseUrls: Object.fromEntries(
      processes.map((name) => [name, named[`${name.toUpperCase()}_DATABASE_URL`]]),
    ) as ProductionSecrets['databaseUrls'],
    secrets: {
      passport: { privateKey: fixed.PASSPORT_PRIVATE_KEY, publicKey: fixed.PASSPORT_PUBLIC_KEY },
      token: { privateKey: fixed.TOKEN_PRIVATE_KEY, publicKey: fixed.TOKEN_PUBLIC_KEY },
      services: Object.fromEntries(services) as Secrets['services'],
      personalDataKeys: fixed.PERSONAL_DATA_KEYS,
      blindIndexKey: fixed.BLIND_INDEX_KEY,
      databasePasswords: passwordsOf(env),
    },
  };
}
