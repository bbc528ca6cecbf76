// Four instances start at once on an empty database (R17): one migrates, the others wait, and each migration is applied once.

import { Client } from 'pg';
import { subgraphNames } from '#platform/database/roles';
import { migrateDatabase } from '../../start/prepare-database';
import { subgraphs } from '../../start/subgraphs';
import { createDatabase, dropDatabase, migratorUrl, theCluster } from '../harness/cluster';

const NAME = 'four_at_once';
const cluster = theCluster();
const expected = subgraphNames.flatMap((name) =>
  subgraphs[name].parts.migrations.map((Migration) => `${name}.${new Migration().name}`).sort(byStamp),
);

/** They are applied in the order of the stamps that end their names, wherever their parts are listed. */
function byStamp(one: string, other: string): number {
  return Number(one.slice(-13)) - Number(other.slice(-13));
}

beforeAll(() => createDatabase(cluster, NAME));
afterAll(() => dropDatabase(cluster, NAME));

const start = () => migrateDatabase(migratorUrl(cluster, NAME), NAME, cluster.secrets);

async function appliedIn(database: string): Promise<string[]> {
  const client = new Client({ connectionString: migratorUrl(cluster, database) });
  await client.connect();
  try {
    const names: string[] = [];
    for (const name of subgraphNames) {
      const { rows } = await client.query<{ name: string }>(`select name from ${name}.migration order by id`);
      names.push(...rows.map((row) => `${name}.${row.name}`));
    }
    return names;
  } finally {
    await client.end();
  }
}

test('one of four migrates everything, the others find nothing to do, and none fails', async () => {
  const told = await Promise.all([start(), start(), start(), start()]);
  const worked = told.filter((applied) => applied.length > 0);
  expect(worked).toEqual([expected]);
  expect(told.filter((applied) => applied.length === 0)).toHaveLength(3);
  expect(await appliedIn(NAME)).toEqual(expected);
});

test('a start afterwards has nothing to do', async () => {
  expect(await start()).toEqual([]);
});

test('the control: while somebody else holds the lock a start waits, so without it four would collide', async () => {
  const holder = new Client({ connectionString: migratorUrl(cluster, NAME) });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [0x70616765]);
  let done = false;
  const started = start().then(() => {
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(done).toBe(false);
  await holder.end();
  await started;
  expect(done).toBe(true);
});
