// The database of `npm start`: the one of DATABASE_URL, or the embedded one with a migrator that is no superuser.
import { join } from 'node:path';
import type { Client } from 'pg';
import { serverAdvice } from '#platform/database/migrate';
import { withClient } from '#platform/database/with-client';
import { startEmbeddedPostgres } from '#platform/process/embedded-postgres';
import type { Log } from '#platform/process/log';
import { onShutdown } from '#platform/process/shutdown';
import type { Secrets } from './secrets';
import type { StartSettings } from './settings';

const DATABASE = 'laiwu';
const MIGRATOR = 'laiwu_migrator';

export interface Database {
  url: string;
  rolePrefix: string;
  embedded: boolean;
  /** of the embedded server alone; the house itself never works as it */
  superuserUrl: string | null;
  advice: string | null;
}

export async function openDatabase(settings: StartSettings, secrets: Secrets, log: Log): Promise<Database> {
  if (settings.DATABASE_URL) {
    const advice = await withClient(settings.DATABASE_URL, serverAdvice);
    return {
      url: settings.DATABASE_URL,
      rolePrefix: settings.ROLE_PREFIX ?? new URL(settings.DATABASE_URL).pathname.slice(1),
      embedded: false,
      superuserUrl: null,
      advice,
    };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres'), log });
  onShutdown('PostgreSQL', () => server.stop(), log);
  await withClient(server.superuserUrl, (client) => found(client, secrets.databasePasswords.migrator));
  const url = `postgresql://${MIGRATOR}:${secrets.databasePasswords.migrator}@127.0.0.1:${server.port}/${DATABASE}`;
  const superuserUrl = new URL(`/${DATABASE}`, server.superuserUrl).href;
  return { url, rolePrefix: DATABASE, embedded: true, superuserUrl, advice: null };
}

/** The embedded default user is a superuser, for whom row-level security is void: the house is built by a role that is not. */
async function found(client: Client, password: string): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [MIGRATOR]);
  if (!role.rowCount) await client.query(`create role ${MIGRATOR} login createrole`);
  await client.query(`alter role ${MIGRATOR} password ${client.escapeLiteral(password)}`);
  const database = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${MIGRATOR}`);
}
