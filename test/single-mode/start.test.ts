// `npm start` as an operator meets it: the first time, beside a running one, after Ctrl-C, on a busy port, and with its secrets lost.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { GraphClient } from '../harness/client';
import { openFolder } from '../harness/open-folder';

const dataDir = openFolder('start-test');
const PORT = 4790;
const url = `http://127.0.0.1:${PORT}/graphql`;
let running: ChildProcess | undefined;

const env = (port = PORT) => ({ PATH: process.env.PATH, HOME: dataDir, PORT: String(port), DATA_DIR: dataDir });

/** Starts, and answers what was printed until the graph could be used. */
async function start(): Promise<string> {
  const child = spawn(process.execPath, ['dist/start.js'], { cwd: projectRoot, env: env() });
  running = child;
  let told = '';
  child.stderr?.on('data', (part: Buffer) => {
    told += part;
  });
  for await (const part of child.stdout ?? []) {
    told += part;
    if (told.includes('Ctrl-C')) return told;
  }
  throw new Error(told);
}

/** A start that is expected to end by itself. */
function startOnce(port = PORT) {
  const { status, stderr } = spawnSync(process.execPath, ['dist/start.js'], {
    cwd: projectRoot,
    env: env(port),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, lines: stderr.trim().split('\n') };
}

async function interrupt(): Promise<number | null> {
  if (!running || running.exitCode !== null) return running?.exitCode ?? null;
  const ended = once(running, 'exit');
  running.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  return code;
}

afterAll(async () => {
  await interrupt();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the first start loads the city with a progress bar and says where the graph is and who may sign in', async () => {
  const told = await start();
  expect(told).toContain('100%');
  for (const part of [url, '/graphiql', 'town-kouzhen', 'town-officer', '口镇', 'npm run tour'])
    expect(told).toContain(part);
  const client = await GraphClient.signIn(url, 'city-director');
  expect((await client.get('{ households { totalCount } }')).households.totalCount).toBe(16_977);
  // The demo city's first quarter is closed as its people would: lit, appealed against twice, one appeal decided.
  const { lightAppeals } = await client.get('{ lightAppeals { edges { node { outcome light { quarter colour } } } } }');
  expect(lightAppeals.edges.map(({ node }: { node: { outcome: string | null } }) => node.outcome).sort()).toEqual([
    null,
    'rejected',
  ]);
}, 180_000);

test('a second start on the same data says in one line what runs and where', () => {
  const { status, lines } = startOnce();
  expect(status).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(url);
});

test('Ctrl-C ends it in order, and the next start finds everything as it was', async () => {
  expect(await interrupt()).toBe(0);
  expect(existsSync(join(dataDir, 'instance.json'))).toBe(false);
  const told = await start();
  expect(told).not.toContain('%');
  expect(await interrupt()).toBe(0);
}, 60_000);

test('a busy port is named, with the way out', async () => {
  const other = createServer().listen(PORT, '127.0.0.1');
  await once(other, 'listening');
  const { status, lines } = startOnce();
  other.close();
  expect(status).toBe(1);
  expect(lines.join()).toContain(`PORT=${PORT + 1}`);
});

test('lost secrets are never replaced: personal data could not be read again', () => {
  const file = join(dataDir, 'secrets.json');
  renameSync(file, `${file}.away`);
  for (const _ of ['at first', 'and again']) {
    const { status, lines } = startOnce();
    expect(status).toBe(1);
    expect(lines.join()).toContain(file);
    expect(existsSync(file)).toBe(false);
  }
}, 60_000);
