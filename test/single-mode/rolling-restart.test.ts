// Processes that are ended one by one under load (R15): no query fails, no write is lost or done twice, and each comes back.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { projectRoot } from '#platform/process/project-root';
import { GraphClient } from '../harness/client';
import { childrenOf } from './children-of';

let served: ChildProcess;
let url: string;
let officer: GraphClient;
let director: GraphClient;
let regionId: string;
let expected: string;

// Signals reach the processes by numbers that only Linux lists.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

beforeAll(async () => {
  served = spawn(process.execPath, [join(projectRoot, 'dist/test/single-mode/served-services.js'), '2'], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(served.stdout as Readable, 'data')) as [Buffer];
  ({ url } = JSON.parse(line.toString()));
  officer = await GraphClient.signIn(url, 'city-officer');
  director = await GraphClient.signIn(url, 'city-director');
  expected = JSON.stringify({ data: await director.get(QUERY) });
  regionId = (await director.get('{ me { region { id } } }')).me.region.id;
}, 120_000);

afterAll(async () => {
  if (!served) return;
  served.stdin?.end();
  await once(served, 'exit');
}, 60_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const QUERY =
  '{ me { region { name funds(year: 2018) { paid } } } households(first: 3) { totalCount edges { node { number } } } }';
const DRAFT =
  'mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id } }';

interface Told {
  status: number;
  body: { data?: Record<string, any> | null; errors?: { extensions: { code: string } }[] };
}

/** Over connections that are kept alive, as every client keeps them. */
async function ask(agent: Agent, client: GraphClient, query: string, variables = {}): Promise<Told> {
  const { statusCode, body } = await request(url, {
    dispatcher: agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: statusCode, body: (await body.json()) as Told['body'] };
}

function load() {
  // A connection that a killed gateway had been handed and not yet taken is never answered: its client gives up.
  const agent = new Agent({ connections: 6, pipelining: 1, headersTimeout: 30_000 });
  const failures: string[] = [];
  const drafted = new Map<string, string>();
  let asked = 0;
  let ended = false;
  const queries = async () => {
    while (!ended) {
      asked++;
      const told = await ask(agent, director, QUERY).then(
        ({ body }) => (JSON.stringify(body) === expected ? null : JSON.stringify(body)),
        (error: Error) => String(error),
      );
      if (told) failures.push(told);
      await pause(10);
    }
  };
  const writes = async () => {
    for (let at = 0; !ended; at++) {
      const key = `roll-${at}-${Math.random()}`;
      const input = {
        number: `莱财农指〔2018〕${key}号`,
        issuedOn: '2018-11-20',
        sourceLevel: 'city',
        purpose: 'industry-support',
        lines: [{ regionId, amount: '1.00' }],
      };
      // A client repeats what was cut off with the same key, until it is told.
      for (let tries = 0; tries < 50 && !drafted.has(key); tries++) {
        const { body } = await ask(agent, officer, DRAFT, { input, key }).catch(() => ({ body: {} as Told['body'] }));
        const code = body.errors?.[0]?.extensions.code;
        if (code && code !== 'UNAVAILABLE') throw new Error(`${code} ${JSON.stringify(body)}`);
        if (body.data?.draftAllotment) drafted.set(key, body.data.draftAllotment.id);
        else await pause(100);
      }
      if (!drafted.has(key)) failures.push(`not written: ${key}`);
      await pause(30);
    }
  };
  const all = Promise.all([queries(), queries(), queries(), queries(), writes()]);
  return async () => {
    ended = true;
    await all;
    await agent.close();
    return { failures, asked, drafted };
  };
}

const pidOf = (command: string, parent = served.pid as number): number => {
  const found = childrenOf(parent).find((child) => child.command.includes(command));
  if (!found) throw new Error(`no ${command}`);
  return found.pid;
};
const supervisor = (service = 'dist/gateway/main.js') => pidOf(service);
const workers = (service?: string) => childrenOf(supervisor(service)).map(({ pid }) => pid);

async function until(holds: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<void> {
  for (const end = performance.now() + withinMs; performance.now() < end; await pause(50)) if (await holds()) return;
  throw new Error('it did not come back in time');
}

const standing = async () => {
  const answer = await fetch(url.replace('/graphql', '/health/ready'), { headers: { connection: 'close' } }).catch(
    () => null,
  );
  return (await answer?.json()) as { status: string; workers: { up: number; of: number } } | undefined;
};

onLinux('under load', () => {
  test.each<[string, () => number]>([
    ['a gateway', () => workers()[0] as number],
    ['households', () => workers('households/main.js')[0] as number],
  ])(
    '%s is ended: no query fails, every write is there once, and it is started again',
    async (_name, pick) => {
      const finish = load();
      await pause(500);
      const pid = pick();
      process.kill(pid, 'SIGTERM');
      await until(() => !existsSync(`/proc/${pid}`));
      await until(async () => {
        const told = await standing();
        return told?.status === 'ready' && told.workers.up === 2;
      });
      await pause(500);
      const { failures, asked, drafted } = await finish();
      expect(failures).toEqual([]);
      expect([asked > 0, drafted.size > 0]).toEqual([true, true]);
      expect(new Set(drafted.values()).size).toBe(drafted.size);
    },
    120_000,
  );

  test('the supervisor restarts every gateway in turn when it is told to, and nobody notices', async () => {
    const before = workers();
    const finish = load();
    process.kill(supervisor(), 'SIGUSR2');
    await until(() => workers().length === 2 && workers().every((pid) => !before.includes(pid)));
    expect((await finish()).failures).toEqual([]);
  }, 120_000);

  test('metrics of the port are the sum over both, and each can be seen for itself', async () => {
    const origin = new URL(url).origin;
    const sum = await (await fetch(`${origin}/metrics`)).text();
    expect(sum).toMatch(/^graph_workers 2$/m);
    const each = await (await fetch(`${origin}/metrics/workers`)).text();
    for (const pid of workers()) expect(each).toContain(`graph_workers{worker="${pid}"} 1`);
  });

  test('control: a gateway that is killed outright does cut requests off, and the load notices', async () => {
    const finish = load();
    await pause(500);
    for (const pid of workers()) process.kill(pid, 'SIGKILL');
    await pause(1500);
    const { failures } = await finish();
    expect(failures.length).toBeGreaterThan(0);
  }, 120_000);
});
