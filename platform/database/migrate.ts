// Bringing a database up to date: what is wrong with it is said in one line, one instance migrates while others wait.
import type { Client } from 'pg';
import { makeDataSource } from './data-source';
import { widenFourEyes } from './hands';
import type { MigrationClass } from './migration';
import { ensureRoles, RoleNames, type SubgraphName } from './roles';
import { withClient } from './with-client';

export interface MigrationPlan {
  url: string;
  prefix: string;
  passwords: Readonly<Record<SubgraphName | 'gateway', string>>;
  subgraphs: readonly { name: SubgraphName; migrations: MigrationClass[] }[];
}

const LOCK = 0x7061_6765; // "page": one number for every instance of this project
/** The releases of November 2026 repair SERIALIZABLE with ON CONFLICT and several security faults. */
const OLDEST = 150000;
const ADVISED = [150020, 160016, 170012, 180006];

/** Applies what is missing; answers the names of the migrations applied. */
export function migrate(plan: MigrationPlan): Promise<string[]> {
  return withClient(plan.url, async (client) => {
    await checkRights(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, plan.prefix, plan.passwords);
    const applied: string[] = [];
    for (const { name, migrations } of plan.subgraphs)
      applied.push(...(await migrateOne(plan, client, name, migrations)));
    return applied;
  });
}

/** A warning when the server is older than the floor advised for production, else null. */
export async function serverAdvice(client: Client): Promise<string | null> {
  const version = await serverVersion(client);
  const advised = ADVISED.find((floor) => Math.floor(floor / 10000) === Math.floor(version / 10000));
  if (!advised || version >= advised) return null;
  return `PostgreSQL ${Math.floor(version / 10000)}.${version % 10000}：生产环境请升级至 ${Math.floor(advised / 10000)}.${advised % 10000} 以上 · for production take ${Math.floor(advised / 10000)}.${advised % 10000} or newer`;
}

async function migrateOne(
  plan: MigrationPlan,
  client: Client,
  name: SubgraphName,
  migrations: MigrationClass[],
): Promise<string[]> {
  const roles = new RoleNames(plan.prefix, name);
  await client.query(`create schema if not exists ${name}`);
  const source = makeDataSource({ url: plan.url, roles, poolSize: 1, entities: [], migrations });
  await source.initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    await source.query(widenFourEyes(roles));
    return applied.map((done) => `${name}.${done.name}`);
  } finally {
    await source.destroy();
  }
}

async function serverVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ v: string }>(`select current_setting('server_version_num') as v`);
  return Number(rows[0]?.v);
}

async function checkRights(client: Client): Promise<void> {
  const version = await serverVersion(client);
  if (version < OLDEST)
    throw new Error(
      `数据库版本过旧，需 PostgreSQL 15 以上 · the database is too old, PostgreSQL 15 or newer is needed (${version})`,
    );
  const { rows } = await client.query<{ role: string; db: string; create_role: boolean; create_schema: boolean }>(
    `select current_user as role, current_database() as db, (rolcreaterole or rolsuper) as create_role,
            has_database_privilege(current_database(), 'create') as create_schema from pg_roles where rolname = current_user`,
  );
  const right = rows[0];
  if (!right) throw new Error('the database does not know its own user');
  const missing = [
    ...(right.create_role ? [] : [`ALTER ROLE ${right.role} CREATEROLE`]),
    ...(right.create_schema ? [] : [`GRANT CREATE ON DATABASE ${right.db} TO ${right.role}`]),
  ];
  if (missing.length > 0)
    throw new Error(`数据库用户缺少权限，请执行 · the database role lacks a right, run: ${missing.join('; ')};`);
}
