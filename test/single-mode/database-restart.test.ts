// The database stops and starts under a light load (R8): not ready while it is down, well again within 10 s, and no process restarted.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/process/embedded-postgres';
import { projectRoot } from '#platform/process/project-root';
import { generateCity } from '../../data/generate/city';
import { loadCity, migrateDatabase } from '../../start/prepare-database';
import { makeSecrets } from '../../start/secrets';
import { GraphClient } from '../harness/client';
import { type Cluster, createDatabase, migratorUrl, quietLog, SMALL, TEMPLATE } from '../harness/cluster';
import { openFolder } from '../harness/open-folder';

let dataDir: string;
let server: EmbeddedPostgres;
let graph: ChildProcess;
let served: { url: string; regionId: string };
let director: GraphClient;

beforeAll(async () => {
  dataDir = openFolder('restart-test');
  server = await startEmbeddedPostgres({ dataDir, fast: false, log: quietLog });
  const cluster: Cluster = { port: server.port, superuserUrl: server.superuserUrl, secrets: makeSecrets() };
  await createDatabase(cluster, TEMPLATE);
  await migrateDatabase(migratorUrl(cluster, TEMPLATE), TEMPLATE, cluster.secrets);
  await loadCity(migratorUrl(cluster, TEMPLATE), generateCity(SMALL), cluster.secrets, () => undefined);
  const file = join(dataDir, 'cluster.json');
  writeFileSync(file, JSON.stringify(cluster), { mode: 0o600 });
  // A process, as in earnest: what nobody catches must end it, and the test must see that.
  graph = spawn(process.execPath, [join(projectRoot, 'dist/test/single-mode/served-world.js')], {
    cwd: projectRoot,
    env: { ...process.env, TEST_CLUSTER: file },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(graph.stdout as Readable, 'data')) as [Buffer];
  served = JSON.parse(line.toString());
  director = await GraphClient.signIn(served.url, 'city-director');
}, 120_000);

afterAll(async () => {
  graph?.kill('SIGKILL');
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const QUERY = '{ households(first: 5) { edges { node { number } } } }';
const WRITE = 'mutation($id: ID!) { fileReport(regionId: $id, content: "反映问题") { id receipt } }';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const origin = () => new URL(served.url).origin;
const readiness = async () => (await fetch(`${origin()}/health/ready`)).status;
const liveness = async () => (await fetch(`${origin()}/health/live`)).status;

/** What one request ended with: `ok`, or its code. */
async function outcome(query: string, variables = {}): Promise<string> {
  const { errors } = await director.ask(query, variables);
  return errors[0]?.extensions.code ?? 'ok';
}

/** A light load until it is told to end; what the requests ended with, counted. */
function load() {
  const counts = new Map<string, number>();
  const regionId = served.regionId;
  let ended = false;
  const one = async (query: string) => {
    while (!ended) {
      const told = await outcome(query, query === WRITE ? { id: regionId } : {});
      counts.set(told, (counts.get(told) ?? 0) + 1);
      await pause(40);
    }
  };
  const all = Promise.all([one(QUERY), one(QUERY), one(WRITE)]);
  return async () => {
    ended = true;
    await all;
    return counts;
  };
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms`);
    await pause(50);
  }
  return performance.now() - begun;
}

function postmaster(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
}

function pidFile(): string {
  const { stdout } = spawnSync('find', [dataDir, '-name', 'postmaster.pid'], { encoding: 'utf8' });
  return stdout.trim();
}

const endings: [string, () => Promise<void> | void][] = [
  ['stopped', () => server.stop()],
  ['killed', () => void process.kill(postmaster(), 'SIGKILL')],
  ['killed again', () => void process.kill(postmaster(), 'SIGKILL')],
];

test.each(endings)(
  'the database is %s under load: not ready, UNAVAILABLE, then well again within 10 s',
  async (_how, end) => {
    expect([await readiness(), await outcome(QUERY)]).toEqual([200, 'ok']);
    const finish = load();
    await pause(300);
    const { port } = server;
    await end();
    await until(async () => (await readiness()) === 503, 5000);
    expect(await liveness()).toBe(200);
    expect(await outcome(QUERY)).toBe('UNAVAILABLE');
    server = await startEmbeddedPostgres({ dataDir, fast: false, log: quietLog });
    expect(server.port).toBe(port);
    const recovered = await until(async () => (await readiness()) === 200 && (await outcome(QUERY)) === 'ok', 10_000);
    expect(recovered).toBeLessThan(10_000);
    const counts = await finish();
    expect(graph.exitCode).toBeNull();
    expect([...counts.keys()].filter((told) => told !== 'ok' && told !== 'UNAVAILABLE')).toEqual([]);
    expect(counts.get('ok') ?? 0).toBeGreaterThan(5);
    expect(counts.get('UNAVAILABLE') ?? 0).toBeGreaterThan(0);
  },
);

test('what was acknowledged before the kills is there afterwards', async () => {
  const client = await GraphClient.signIn(served.url, 'citizen');
  const { fileReport } = await client.get<{ fileReport: { receipt: string } }>(WRITE, {
    id: served.regionId,
  });
  process.kill(postmaster(), 'SIGKILL');
  await until(async () => (await readiness()) === 503, 5000);
  server = await startEmbeddedPostgres({ dataDir, fast: false, log: quietLog });
  await until(async () => (await readiness()) === 200, 10_000);
  const { myReports } = await client.get<{ myReports: { edges: { node: { receipt: string } }[] } }>(
    '{ myReports(first: 5) { edges { node { receipt } } } }',
  );
  expect(myReports.edges.map((edge) => edge.node.receipt)).toContain(fileReport.receipt);
});
