// A bank of eight funds in a database of its own that a test may kill: lots of eight towns out of one of their district, and the transfers among them.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { migrate } from '#platform/database/migrate';
import { PersonalData } from '#platform/database/personal-data';
import { RoleNames } from '#platform/database/roles';
import { withClient } from '#platform/database/with-client';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/process/embedded-postgres';
import { generateCity } from '../../data/generate/city';
import { loadFunds } from '../../data/load/load-funds';
import { funds } from '../../services/funds/subgraph';
import { makeSecrets } from '../../start/secrets';
import { type Cluster, createDatabase, migratorUrl, quietLog } from '../harness/cluster';
import { openFolder } from '../harness/open-folder';

export const FUNDS = 8;
export const EACH = 10_000n;
const DATABASE = 'bank';
export const [maker, checker] = [randomUUID(), randomUUID()];

export interface Bank {
  superuserUrl: string;
  lots: string[];
  as(client: Client, person: string): Promise<unknown>;
  transfer(client: Client, among: [string, string], fen: bigint, ids: [string, string]): Promise<void>;
  /** SIGKILL to the server, and up again over the same files */
  killAndStart(): Promise<void>;
  close(): Promise<void>;
}

export async function done(client: Client, sql: string, values: unknown[]): Promise<void> {
  const { rows } = await client.query(`select funds.${sql} as told`, values);
  if (rows[0].told !== 'done') throw new Error(`${sql}: ${rows[0].told}`);
}

export async function openBank(): Promise<Bank> {
  const dataDir = openFolder('bank-test');
  const start = () => startEmbeddedPostgres({ dataDir, fast: false, log: quietLog });
  let server: EmbeddedPostgres = await start();
  const secrets = makeSecrets();
  const cluster: Cluster = { port: server.port, superuserUrl: server.superuserUrl, secrets };
  await createDatabase(cluster, DATABASE);
  const url = migratorUrl(cluster, DATABASE);
  const city = generateCity({ households: 60, people: 100 });
  await migrate({ url, prefix: DATABASE, passwords: secrets.databasePasswords, subgraphs: [funds] });
  await withClient(url, async (client) => {
    const personalData = new PersonalData({ keys: secrets.personalDataKeys, blindIndexKey: secrets.blindIndexKey });
    await client.query('begin');
    await loadFunds(client, city, { personalData }, () => undefined);
    await client.query('commit');
  });
  const superuserUrl = server.superuserUrl.replace(/\/postgres$/, `/${DATABASE}`);
  const district = city.regions.find(({ kind }) => kind === 'district');
  const regionId = district?.id as string;
  const range = { lo: district?.path as string, hi: `${district?.path.slice(0, -1)}0` };

  /** As the narrowest role that does it, in the transaction at hand. */
  const as = (client: Client, person: string) =>
    client.query(
      `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true), set_config('scope.person', $4, true)`,
      [new RoleNames(DATABASE, 'funds').kind('region'), range.lo, range.hi, person],
    );
  async function notice(client: Client, lines: { lot: string; region: string; parent: string | null; fen: bigint }[]) {
    const id = randomUUID();
    await client.query('begin');
    await as(client, maker);
    await done(
      client,
      `draft_notice($1, $2, '2018-06-01', 'city', 'special', 'industry-support', null, null, 'direct', null, null, $3, $4, $5, $6, $7)`,
      [
        ...[
          id,
          `库〔2018〕${id.slice(0, 8)}号`,
          regionId,
          lines.map(({ lot }) => lot),
          lines.map(({ region }) => region),
        ],
        ...[lines.map(({ parent }) => parent), lines.map(({ fen }) => fen.toString())],
      ],
    );
    await as(client, checker);
    await done(client, 'issue_allotment($1, $2)', [id, randomUUID()]);
    await client.query('commit');
  }
  const towns = city.regions.filter(({ parentId }) => parentId === regionId).slice(0, FUNDS);
  const whole = randomUUID();
  const parts = towns.map(({ id }) => ({ lot: randomUUID(), region: id, parent: whole, fen: EACH }));
  await withClient(superuserUrl, async (client) => {
    await notice(client, [{ lot: whole, region: regionId, parent: null, fen: EACH * BigInt(FUNDS) }]);
    await notice(client, parts);
  });

  function postmaster(): number {
    const { stdout } = spawnSync('find', [dataDir, '-name', 'postmaster.pid'], { encoding: 'utf8' });
    return Number(readFileSync(stdout.trim(), 'utf8').split('\n')[0]);
  }
  return {
    ...{ superuserUrl, as, lots: parts.map(({ lot }) => lot) },
    /** Less of one and more of the other, in one transaction; what one had too little of is left undone. */
    async transfer(client, [from, to], fen, ids) {
      await client.query('begin');
      // In one order, so that two transfers never wait for each other in a ring.
      await client.query('select 1 from funds.balance where lot_id = any ($1) order by lot_id, account for update', [
        [from, to, whole],
      ]);
      for (const [at, kind, lot] of [
        [0, 'cut', from],
        [1, 'add', to],
      ] as const) {
        await as(client, maker);
        const change = [ids[at], lot, kind, fen.toString(), '调整', '调整'];
        await done(client, 'draft_authority_change($1, $2, $3, $4, $5, $6)', change);
        await as(client, checker);
        await done(client, 'decide_authority_change($1, $2, $3)', [ids[at], 'approve', randomUUID()]);
      }
      await client.query('commit');
    },
    async killAndStart() {
      process.kill(postmaster(), 'SIGKILL');
      // Its backends see that it is gone, and go too.
      await pause(500);
      server = await start();
    },
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
