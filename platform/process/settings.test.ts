// An operator learns every setting that is wrong in one go, and no secret is shown while saying so.
import { z } from 'zod';
import {
  executionOf,
  isDemoSecret,
  jsonOf,
  key32,
  pem,
  port,
  profile,
  readSettings,
  secretSetting,
  setting,
} from './settings';

const schema = z.object({
  PROFILE: profile().default('production'),
  PORT: setting(port(), '端口 · the port').default(4101),
  DATABASE_URL: secretSetting(z.string().min(1), '数据库地址 · the address of the database'),
  BLIND_INDEX_KEY: secretSetting(key32(), '盲索引密钥 · the key of the blind index'),
  SERVICE_PUBLIC_KEYS: setting(jsonOf(z.record(z.string(), z.string())), '各服务公钥 · the public keys').optional(),
});
const good = {
  DATABASE_URL: 'postgresql://app:9f2c81d7e6@127.0.0.1/laiwu',
  BLIND_INDEX_KEY: Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)).toString('base64'),
};

const told = (env: NodeJS.ProcessEnv): string => {
  try {
    readSettings(schema, env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('good settings are read, defaults filled in, empty ones count as missing', () => {
  expect(readSettings(schema, { ...good, PORT: '' })).toMatchObject({ PORT: 4101, PROFILE: 'production' });
});

test('all that is wrong is named at once, with what it is for, without the values', () => {
  const text = told({ PORT: '99999', BLIND_INDEX_KEY: 'hush-hush', SERVICE_PUBLIC_KEYS: '{private' });
  for (const part of [
    'PORT',
    'DATABASE_URL: 缺少 · missing; 数据库地址',
    'BLIND_INDEX_KEY',
    'SERVICE_PUBLIC_KEYS',
    '<= 65535',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/hush-hush|\{private|99999/);
});

test('production refuses the secrets of a demo, the demo takes them', () => {
  const demo = { ...good, DATABASE_URL: 'postgresql://postgres:postgres@127.0.0.1/laiwu' };
  expect(told({ ...demo, PROFILE: 'production' })).toContain('DATABASE_URL');
  expect(told(demo)).toContain('DATABASE_URL');
  expect(told({ ...demo, PROFILE: 'demo' })).toBe('');
  expect(told(good)).toBe('');
});

test.each(['changeme', 'demo-key', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='])('%s is a demo secret', (value) => {
  expect(isDemoSecret(value)).toBe(true);
});

test('a PEM may come on one line', () => {
  const line = '-----BEGIN PUBLIC KEY-----\\nMCowBQYDK2VwAyEA\\n-----END PUBLIC KEY-----';
  expect(pem().parse(line)).toBe(line.replaceAll('\\n', '\n'));
  expect(pem().safeParse('MCowBQYDK2VwAyEA').success).toBe(false);
});

test('operations are executed compiled unless told, and an unknown way is refused', () => {
  expect(executionOf({})).toBe('compiled');
  expect(executionOf({ EXECUTION: 'plain' })).toBe('plain');
  expect(() => executionOf({ EXECUTION: 'quick' })).toThrow(/EXECUTION.*compiled \| plain/);
});
