// A database of one subgraph alone: migrated and loaded once in a run of the suite, then copied for each file of tests.
import { createHash, randomUUID } from 'node:crypto';
import { migrate } from '#platform/database/migrate';
import { withClient } from '#platform/database/with-client';
import type { SubgraphParts } from '#platform/graph/compile';
import { createDatabase, dropDatabase, migratorUrl, theCluster } from './cluster';

export interface LoneDatabase {
  name: string;
  superuserUrl: string;
  /** of the tables' owner, under FORCE */
  ownerUrl: string;
  url(login: 'gateway' | SubgraphParts['name']): string;
  drop(): Promise<void>;
}

interface LoneParts {
  subgraph: SubgraphParts;
  /** of its roles, which all its databases share */
  prefix: string;
  /** what is loaded, told apart from what other files load */
  size: object;
  load(ownerUrl: string): Promise<void>;
}

/** One at a time in the whole cluster: roles are made on the way. */
const LOCK = 0x6c6f_6e65;

export async function loneDatabase({ subgraph, prefix, size, load }: LoneParts): Promise<LoneDatabase> {
  const cluster = theCluster();
  const passwords = cluster.secrets.databasePasswords;
  const mark = createHash('sha256').update(JSON.stringify(size)).digest('hex').slice(0, 8);
  const template = `lone_${prefix}_${mark}`;
  await withClient(cluster.superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    // Under another name until it is whole: what failed on the way is not taken for a template.
    const making = `making_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    await createDatabase(cluster, making);
    const url = migratorUrl(cluster, making);
    await migrate({ url, prefix, passwords, subgraphs: [subgraph] });
    await load(url);
    await withClient(url, (owner) => owner.query('analyze'));
    await client.query(`alter database ${making} rename to ${template}`);
  });
  const name = `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await createDatabase(cluster, name, template);
  return {
    name,
    superuserUrl: cluster.superuserUrl.replace(/\/postgres$/, `/${name}`),
    ownerUrl: migratorUrl(cluster, name),
    url: (login) => `postgresql://${prefix}_${login}:${passwords[login]}@127.0.0.1:${cluster.port}/${name}`,
    drop: () => dropDatabase(cluster, name),
  };
}
