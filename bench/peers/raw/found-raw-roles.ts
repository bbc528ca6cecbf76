// The roles of the peer RAW: a login that owns nothing, and one scope role that the policies of all four schemas let in, one policy a table.
import type { Client } from 'pg';
import { RoleNames, type SubgraphName } from '#platform/database/roles';
import type { ScopeKind } from '#platform/vocabulary/caller';
import type { SideSetup } from '../../serve-graph';

export const RAW_LOGIN = 'bench_raw';
export const RAW_REGION = 'bench_raw_region';

/** Lights are read as published by everybody; with a second kind on their table the policies would be joined by an OR. */
const kinds: Readonly<Record<SubgraphName, ScopeKind>> = {
  organisation: 'region',
  households: 'region',
  assessments: 'public',
  funds: 'region',
};

export async function foundRawRoles(migrator: Client, prefix: string, password: string): Promise<void> {
  const { rowCount } = await migrator.query('select 1 from pg_roles where rolname = $1', [RAW_LOGIN]);
  if (!rowCount)
    await migrator.query(`create role ${RAW_REGION} nologin inherit; create role ${RAW_LOGIN} login noinherit`);
  const roles = Object.entries(kinds).map(([name, kind]) => new RoleNames(prefix, name as SubgraphName).kind(kind));
  await migrator.query(`
    alter role ${RAW_LOGIN} password ${migrator.escapeLiteral(password)};
    grant ${roles.join(', ')} to ${RAW_REGION};
    grant ${RAW_REGION} to ${RAW_LOGIN};
    grant usage on schema ${Object.keys(kinds).join(', ')} to ${RAW_LOGIN};
    grant select on households.scope, households.scope_past, households.scope_ended, households.scope_epoch to ${RAW_LOGIN}`);
}

/** Where RAW's login reaches the database. */
export function rawUrl({ secrets, addresses }: SideSetup): string {
  const url = new URL(addresses.databaseUrl);
  url.username = RAW_LOGIN;
  url.password = secrets.databasePasswords.gateway;
  return url.toString();
}
