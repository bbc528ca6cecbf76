// The test cluster: one embedded PostgreSQL for a run of the suite, with a small city loaded once into a template that worlds are cloned from.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '#platform/database/with-client';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/process/embedded-postgres';
import { createLog } from '#platform/process/log';
import { generateCity } from '../../data/generate/city';
import { loadCity, migrateDatabase } from '../../start/prepare-database';
import { makeSecrets, type Secrets } from '../../start/secrets';
import { openFolder } from './open-folder';

/** A fiftieth of Laiwu: all its regions, few households. */
export const SMALL = { households: 340, people: 520 };
export const TEMPLATE = 'small_city';

export interface Cluster {
  port: number;
  superuserUrl: string;
  secrets: Secrets;
}

export const quietLog = createLog('test', { level: process.env.TEST_LOG ?? 'silent' });

export async function startCluster(): Promise<{ file: string; stop(): Promise<void> }> {
  const dataDir = openFolder('city-test');
  const server = await startEmbeddedPostgres({ dataDir, fast: true, log: quietLog });
  const cluster: Cluster = { port: server.port, superuserUrl: server.superuserUrl, secrets: makeSecrets() };
  await createDatabase(cluster, TEMPLATE);
  await migrateDatabase(migratorUrl(cluster, TEMPLATE), TEMPLATE, cluster.secrets);
  await loadCity(migratorUrl(cluster, TEMPLATE), generateCity(SMALL), cluster.secrets, () => undefined);
  const file = join(dataDir, 'cluster.json');
  writeFileSync(file, JSON.stringify(cluster), { mode: 0o600 });
  return { file, stop: () => stopCluster(server, dataDir) };
}

async function stopCluster(server: EmbeddedPostgres, dataDir: string): Promise<void> {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

export function theCluster(): Cluster {
  return JSON.parse(readFileSync(process.env.TEST_CLUSTER as string, 'utf8')) as Cluster;
}

export function migratorUrl(cluster: Cluster, database: string): string {
  return `postgresql://test_migrator:${cluster.secrets.databasePasswords.migrator}@127.0.0.1:${cluster.port}/${database}`;
}

/** A database of the migrator's; with a template it is a copy, and has the template's roles. */
export async function createDatabase(cluster: Cluster, name: string, template?: string): Promise<void> {
  await withClient(cluster.superuserUrl, async (client) => {
    const { rowCount } = await client.query(`select 1 from pg_roles where rolname = 'test_migrator'`);
    if (!rowCount)
      await client.query(
        `create role test_migrator login createrole password ${client.escapeLiteral(cluster.secrets.databasePasswords.migrator)}`,
      );
    await client.query(`create database ${name} owner test_migrator ${template ? `template ${template}` : ''}`);
  });
}

export async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  await withClient(cluster.superuserUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}
