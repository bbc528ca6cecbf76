// The embedded database's life: first start, second start, taking over after kill -9, stopping, and root's closed folders.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
import { projectRoot } from './project-root';

const log = pino({ level: 'silent' });
const running: EmbeddedPostgres[] = [];
let base = '';

const start = async (dataDir: string, fast = true): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir, fast, log });
  running.push(server);
  return server;
};

async function ask(url: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}

const pidOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  chmodSync(base, 0o755);
});

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(base, { recursive: true, force: true });
});

test('the first start makes a cluster, the second start finds the same rows behind the same port and password', async () => {
  const dataDir = join(base, 'twice');
  const first = await start(dataDir);
  await ask(first.superuserUrl, 'create table kept as select 371200 as code');
  expect(await ask(first.superuserUrl, 'show server_encoding')).toBe('UTF8');
  expect(await ask(first.superuserUrl, 'show listen_addresses')).toBe('127.0.0.1');
  expect(await ask(first.superuserUrl, 'show fsync')).toBe('off');
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  await first.stop();
  expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);
  await expect(ask(first.superuserUrl, 'select 1')).rejects.toThrow();

  const second = await start(dataDir);
  expect(second.superuserUrl).toBe(first.superuserUrl);
  expect(await ask(second.superuserUrl, 'select code from kept')).toBe('371200');
});

test('a password is wanted, and only the kept one opens', async () => {
  const { superuserUrl } = await start(join(base, 'twice'));
  await expect(ask(superuserUrl.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
});

test('a port that someone else took meanwhile is replaced, and the new one is kept', async () => {
  const dataDir = join(base, 'port');
  const first = await start(dataDir);
  await first.stop();
  const squatter = createServer().listen(first.port, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const second = await start(dataDir);
  squatter.close();
  expect(second.port).not.toBe(first.port);
  expect(Number(readFileSync(join(dataDir, 'postgres-port'), 'utf8'))).toBe(second.port);
});

// A Node process that starts a server and then waits to be killed.
const PARENT = `
const { startEmbeddedPostgres } = require(process.argv[1]);
startEmbeddedPostgres({ dataDir: process.argv[2], fast: true, log: require('pino').pino({ level: 'silent' }) })
  .then((server) => console.log(server.superuserUrl));
setInterval(() => undefined, 1000);
`;

test('after kill -9 of Node the server still runs and is taken over, not started a second time', async () => {
  const dataDir = join(base, 'killed');
  const parent = spawn(process.execPath, ['-e', PARENT, join(__dirname, 'embedded-postgres.js'), dataDir], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    parent.stdout.once('data', (text: Buffer) => resolve(String(text).trim()));
    parent.once('exit', (code) => reject(new Error(`the parent ended: ${code}`)));
  });
  await ask(url, 'create table survived as select 7 as n');
  const ended = new Promise((resolve) => parent.once('exit', (_code, signal) => resolve(signal)));
  parent.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');

  const before = pidOf(dataDir);
  const adopted = await start(dataDir);
  expect(adopted.superuserUrl).toBe(url);
  expect(pidOf(dataDir)).toBe(before);
  expect(await ask(adopted.superuserUrl, 'select n from survived')).toBe('7');
  await adopted.stop();
  expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);
  await expect(ask(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('a server that was killed itself recovers at the next start, what was committed is there', async () => {
  const dataDir = join(base, 'crashed');
  // Not `fast`: without synchronous commit a kill loses the last half second by design.
  const first = await start(dataDir, false);
  await ask(first.superuserUrl, 'create table committed as select 9 as n');
  process.kill(pidOf(dataDir), 'SIGKILL');
  const second = await start(dataDir, false);
  expect(await ask(second.superuserUrl, 'select n from committed')).toBe('9');
});

test('a number in postmaster.pid that belongs to another program does not stop the start', async () => {
  const dataDir = join(base, 'stranger');
  const first = await start(dataDir);
  const file = join(dataDir, 'cluster/postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await first.stop();
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  const second = await start(dataDir);
  expect(await ask(second.superuserUrl, 'select 1')).toBe('1');
});

test('two starts at the same moment share one server', async () => {
  const dataDir = join(base, 'together');
  const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
  expect(one?.superuserUrl).toBe(two?.superuserUrl);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot("under root's closed folder the cluster goes to an open place and the server is not root", async () => {
  const closed = join(base, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const dataDir = join(closed, 'var');
  const { superuserUrl, stop } = await start(dataDir);
  const home = readFileSync(join(dataDir, 'postgres-home'), 'utf8').trim();
  expect(await ask(superuserUrl, 'show data_directory')).toBe(join(home, 'cluster'));
  expect(statSync(join(home, 'cluster')).uid).not.toBe(0);
  await stop();
  rmSync(home, { recursive: true, force: true });
});
