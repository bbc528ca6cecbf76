// The database roles of a subgraph: one login that owns nothing, one role a scope kind without login, one keeper for definer functions.
import type { Client } from 'pg';
import { type ScopeKind, scopeKinds } from '../vocabulary/caller';

export const subgraphNames = ['organisation', 'households', 'assessments', 'funds'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

export class RoleNames {
  constructor(
    readonly prefix: string,
    readonly subgraph: SubgraphName,
  ) {
    if (!/^[a-z][a-z0-9_]{0,30}$/.test(prefix))
      throw new Error(`ROLE_PREFIX must be lower-case letters, digits and _ (at most 31): ${prefix}`);
  }
  /** the login of the subgraph's own processes */
  get app() {
    return `${this.prefix}_${this.subgraph}`;
  }
  /** owns the definer functions of money, balances and accumulators; nobody logs in as it */
  get keeper() {
    return `${this.app}_keeper`;
  }
  get gateway() {
    return gatewayRole(this.prefix);
  }
  kind(kind: ScopeKind) {
    return `${this.app}_${kind}`;
  }
  get kinds() {
    return scopeKinds.map((kind) => this.kind(kind));
  }
}

export function gatewayRole(prefix: string): string {
  return `${prefix}_gateway`;
}

/** Makes what is missing, and sets the passwords as given; needs CREATEROLE. */
export async function ensureRoles(
  client: Client,
  prefix: string,
  passwords: Readonly<Record<SubgraphName | 'gateway', string>>,
): Promise<void> {
  for (const subgraph of subgraphNames) {
    const names = new RoleNames(prefix, subgraph);
    for (const role of [names.keeper, ...names.kinds]) await ensureRole(client, role, 'nologin');
    await ensureLogin(client, names.app, passwords[subgraph]);
    await client.query(`grant ${names.kinds.join(', ')} to ${names.app}`);
    await client.query(`grant ${names.keeper} to current_user`);
  }
  await ensureLogin(client, gatewayRole(prefix), passwords.gateway);
}

async function ensureRole(client: Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${role} ${attributes}`);
}

/** NOINHERIT: a login that inherited its scope roles would be let in by all their policies at once. */
async function ensureLogin(client: Client, role: string, password: string): Promise<void> {
  await ensureRole(client, role, 'login noinherit');
  await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
}
