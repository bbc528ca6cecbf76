// docker-compose.yml, taken at its word: each service is started with the command and the environment that the file gives it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { withClient } from '#platform/database/with-client';
import { projectRoot } from '#platform/process/project-root';
import { makeSecrets } from '../../start/secrets';
import { dropDatabase, theCluster } from '../harness/cluster';

interface ComposeService {
  command: string[];
  environment: Record<string, string>;
  depends_on: Record<string, { condition: string }>;
}

const file = parse(readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8')) as {
  services: Record<string, ComposeService>;
};
const subgraphs = ['organisation', 'households', 'assessments', 'funds'];
const cluster = theCluster();
const secrets = makeSecrets();
const children: ChildProcess[] = [];
const ports: Record<string, number> = {};

/** What an operator would write into the .env file beside docker-compose.yml. */
function dotEnv(): Record<string, string> {
  const oneLine = (pem: string) => pem.replaceAll('\n', '\\n');
  const passwords = Object.fromEntries(
    [...subgraphs, 'gateway'].map((name) => [
      `${name.toUpperCase()}_DATABASE_PASSWORD`,
      secrets.databasePasswords[name as 'funds'],
    ]),
  );
  const serviceKeys = Object.fromEntries(
    subgraphs.map((name) => [
      `${name.toUpperCase()}_SERVICE_PRIVATE_KEY`,
      oneLine(secrets.services[name as 'funds'].privateKey),
    ]),
  );
  return {
    ...passwords,
    ...serviceKeys,
    MIGRATOR_PASSWORD: secrets.databasePasswords.migrator,
    SERVICE_PUBLIC_KEYS: JSON.stringify(
      Object.fromEntries(subgraphs.map((name) => [name, secrets.services[name as 'funds'].publicKey])),
    ),
    PASSPORT_PRIVATE_KEY: oneLine(secrets.passport.privateKey),
    PASSPORT_PUBLIC_KEY: oneLine(secrets.passport.publicKey),
    TOKEN_PRIVATE_KEY: oneLine(secrets.token.privateKey),
    TOKEN_PUBLIC_KEY: oneLine(secrets.token.publicKey),
    HOUSEHOLDS_PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys),
    ASSESSMENTS_PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys),
    FUNDS_PERSONAL_DATA_KEYS: JSON.stringify(secrets.personalDataKeys),
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    SECOND_FACTOR_KEY: secrets.blindIndexKey,
  };
}

/** The file's environment with the containers' host names turned into ports of this machine. */
function environmentOf(name: string): Record<string, string> {
  const given = dotEnv();
  const entries = Object.entries(file.services[name]?.environment ?? {}).map(([key, text]) => {
    const filled = String(text).replace(/\$\{(\w+):\?[^}]*\}/g, (_, variable: string) => {
      if (!given[variable]) throw new Error(`${name}: ${variable} is not in the .env file`);
      return given[variable];
    });
    // Off unless the operator writes it.
    const set = filled.replace(/\$\{\w+:-\}/g, '');
    const local = set
      .replace('@database:5432', `@127.0.0.1:${cluster.port}`)
      .replace(/http:\/\/(\w+):\d+/, (_, host: string) => `http://127.0.0.1:${ports[host]}`);
    return [key, key === 'PORT' ? String(ports[name]) : local];
  });
  return Object.fromEntries(entries);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function start(name: string): void {
  const [program, ...args] = file.services[name]?.command ?? [];
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...environmentOf(name) },
    stdio: 'ignore',
  });
  children.push(child);
}

async function untilReady(name: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt++, await pause(100)) {
    const answer = await fetch(`http://127.0.0.1:${ports[name]}/health/ready`).catch(() => null);
    if (answer?.ok) return 'ready';
  }
  return `${name} was not ready in 20 s`;
}

beforeAll(async () => {
  await withClient(cluster.superuserUrl, async (client) => {
    await client.query(
      `create role migrator login createrole password ${client.escapeLiteral(secrets.databasePasswords.migrator)}`,
    );
    await client.query('create database laiwu owner migrator');
  });
  for (const name of [...subgraphs, 'gateway']) ports[name] = await freePort();
});

afterAll(async () => {
  for (const child of children) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  }
  await dropDatabase(cluster, 'laiwu');
});

test('migrate, the four subgraphs and the gateway come up as the file says, and the graph answers', async () => {
  const [, ...args] = file.services.migrate?.command ?? [];
  const migrated = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, ...environmentOf('migrate') },
    encoding: 'utf8',
  });
  expect([migrated.status, migrated.stderr]).toEqual([0, '']);
  for (const name of subgraphs) start(name);
  expect(await Promise.all(subgraphs.map(untilReady))).toEqual(subgraphs.map(() => 'ready'));
  start('gateway');
  expect(await untilReady('gateway')).toBe('ready');
  const answer = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ regions { edges { node { name } } } }' }),
  });
  expect(await answer.json()).toEqual({ data: { regions: { edges: [] } } });
}, 120_000);

test('every process waits for the one before it: database, migration, subgraphs, gateway', () => {
  for (const name of subgraphs)
    expect(file.services[name]?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  expect(Object.keys(file.services.gateway?.depends_on ?? {}).sort()).toEqual([...subgraphs].sort());
});

test('a missing secret is named, with nothing started', () => {
  const { TOKEN_PRIVATE_KEY: _, PASSPORT_PUBLIC_KEY: __, ...env } = environmentOf('organisation');
  const [, ...args] = file.services.organisation?.command ?? [];
  const started = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  expect(started.status).toBe(1);
  expect(started.stderr).toContain('TOKEN_PRIVATE_KEY');
  expect(started.stderr).toContain('PASSPORT_PUBLIC_KEY');
});
