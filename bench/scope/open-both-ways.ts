// The two ways of W4: the product's scoped read, and the same statement with everything as literals under a role that row-level security does not hold.
import { Client, type QueryResult } from 'pg';
import { columnTypes, makeDataSource, poolOf } from '#platform/database/data-source';
import { InScope } from '#platform/database/in-scope';
import { ReadTrips } from '#platform/database/read-trips';
import { RegionScope } from '#platform/database/region-scope';
import { RoleNames, type SubgraphName } from '#platform/database/roles';
import { environmentOf } from '../../start/environment';
import type { BenchDatabase } from '../ground/prepare-database';
import type { ScopedCaller } from './draw-callers';
import type { ScopedStatement } from './scoped-statements';

export type Ask = () => Promise<unknown[]>;

export interface BothWays {
  ours(statement: ScopedStatement, who: ScopedCaller): Ask | null;
  literal(statement: ScopedStatement, who: ScopedCaller): Ask | null;
  close(): Promise<void>;
}

const LITERAL = 'bench_literal';
/** Those that W4 asks. */
const subgraphs = ['households', 'funds'] as const satisfies SubgraphName[];

/** Each way has one connection a subgraph, as a closed loop needs. */
export async function openBothWays({ superuserUrl, secrets, addresses }: BenchDatabase): Promise<BothWays> {
  await foundLiteralRole(superuserUrl, secrets.databasePasswords.gateway);
  const sources = new Map<SubgraphName, { scopeOf(who: ScopedCaller): InScope; close(): Promise<void> }>();
  for (const subgraph of subgraphs) {
    const roles = new RoleNames(addresses.rolePrefix, subgraph);
    const url = environmentOf(subgraph, secrets, addresses)[`${subgraph.toUpperCase()}_DATABASE_URL`] ?? '';
    const source = makeDataSource({ url, roles, poolSize: 1, entities: [] });
    await source.initialize();
    const regions = new RegionScope(() => poolOf(source), subgraph);
    const trips = new ReadTrips(poolOf(source), columnTypes);
    const reach = { dataSource: source, roles, regions, trips };
    sources.set(subgraph, {
      scopeOf: ({ caller }) => new InScope(reach, caller),
      close: () => source.destroy(),
    });
  }
  const url = new URL(addresses.databaseUrl);
  url.username = LITERAL;
  url.password = secrets.databasePasswords.gateway;
  // The same kind of pool, which reads values in the same way.
  const trusting = makeDataSource({
    url: url.href,
    roles: new RoleNames(LITERAL, 'households'),
    poolSize: 1,
    entities: [],
  });
  await trusting.initialize();
  const pool = poolOf(trusting);
  const names = new Map<string, string>();
  return {
    ours(statement, who) {
      const asked = statement.of(who);
      const inScope = sources.get(statement.subgraph)?.scopeOf(who);
      return asked && inScope ? () => inScope.read((rows) => rows.query(asked.sql, asked.parameters)) : null;
    },
    literal(statement, who) {
      const text = literalOf(statement, who);
      if (!text) return null;
      const name = names.get(text) ?? `literal ${names.size}`;
      names.set(text, name);
      return async () => {
        const client = await pool.connect();
        try {
          const trip = [client.query('begin read only'), client.query({ name, text }), client.query('commit')];
          const [, answered] = (await Promise.all(trip)) as [QueryResult, QueryResult, QueryResult];
          return answered.rows;
        } finally {
          client.release();
        }
      };
    },
    async close() {
      for (const source of sources.values()) await source.close();
      await trusting.destroy();
    },
  };
}

/** What a person would write who trusts the application alone: the range in the WHERE clause, every value a literal. */
export function literalOf(statement: ScopedStatement, who: ScopedCaller): string | null {
  const asked = statement.of(who);
  if (!asked) return null;
  const text = asked.sql.replace(/\$(\d+)/g, (_, place: string) => literal(asked.parameters[Number(place) - 1]));
  if (who.caller.scope !== 'paired') return text;
  const paired = `id = any (${literal(who.caller.pairedHouseholds)}::uuid[])`;
  return text.replace('from households.household h', `from (select * from households.household where ${paired}) h`);
}

export function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return `'${(Array.isArray(value) ? `{${value.join(',')}}` : String(value)).replace(/'/g, "''")}'`;
}

async function foundLiteralRole(superuserUrl: string | null, password: string): Promise<void> {
  if (!superuserUrl) throw new Error('W4 needs the embedded server');
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [LITERAL]);
  if (!rowCount) await client.query(`create role ${LITERAL} login bypassrls`);
  await client.query(`alter role ${LITERAL} password ${client.escapeLiteral(password)}`);
  for (const schema of subgraphs)
    await client.query(
      `grant usage on schema ${schema} to ${LITERAL}; grant select on all tables in schema ${schema} to ${LITERAL}`,
    );
  await client.end();
}
