// Rows are reached in scope only: a read is one pipelined trip of role, scope and query; a write is a short transaction with its audit row.
import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Caller, ScopeKind } from '../vocabulary/caller';
import { isWithin, type PathRange, subtreeOf } from '../vocabulary/region';
import { type Deed, writeAudit } from './audit';
import { poolOf } from './data-source';
import type { RegionScope } from './region-scope';
import type { RoleNames } from './roles';

export interface Rows {
  /** Hand-written SQL; the statement is prepared once a connection and scope kind. */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  readonly manager: EntityManager;
}

export interface WriteRows extends Rows {
  readonly deed: Deed;
  /** the database's clock at the start of this transaction */
  now(): Promise<Date>;
}

export class InScope {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roles: RoleNames,
    private readonly regions: RegionScope,
    readonly caller: Caller,
  ) {}

  /** The caller's subtree, to be bound as parameters in hot queries, so that the planner sees the bounds. */
  async range(): Promise<PathRange> {
    const path =
      this.caller.regionId === null ? null : await this.regions.pathOf(this.caller.regionId, this.caller.regionEpoch);
    return path === null ? { lo: '', hi: '' } : subtreeOf(path);
  }

  /** The path of a region that lies wholly inside the caller's subtree; null for one that is absent or hidden, which is the same. */
  async pathWithin(regionId: string): Promise<string | null> {
    if (this.caller.regionId === null) return null;
    const [path, range] = await Promise.all([this.regions.pathOf(regionId, this.caller.regionEpoch), this.range()]);
    return path !== null && isWithin(path, range) ? path : null;
  }

  async read<T>(run: (rows: Rows) => Promise<T>, as: ScopeKind = this.caller.scope): Promise<T> {
    const scope = await this.scopeOf(as);
    const connection: Connection = {
      query: (sql, parameters) => readTrip(poolOf(this.dataSource), scope, sql, parameters),
    };
    return run(rowsOn(this.dataSource, connection));
  }

  async write<T>(deed: Deed, run: (rows: WriteRows) => Promise<T>, as: ScopeKind = this.caller.scope): Promise<T> {
    const scope = await this.scopeOf(as);
    return onConnection(poolOf(this.dataSource), async (client, lose) => {
      try {
        await Promise.all([client.query('begin'), client.query(scope.statement)]);
        const connection: Connection = {
          query: (sql, parameters) => client.query(statementOf(scope.role, sql, parameters)),
        };
        const result = await run({
          ...rowsOn(this.dataSource, connection),
          deed,
          now: async () => ((await client.query('select now() as now')).rows[0] as { now: Date }).now,
        });
        if (!deed.toldByRefusal)
          await writeAudit(connection, this.roles.subgraph, this.caller, { result: 'done', ...deed });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(lose);
        throw error;
      }
    });
  }

  private async scopeOf(kind: ScopeKind): Promise<Scope> {
    const { caller } = this;
    const { lo, hi } =
      kind === 'region' || kind === 'unit' || kind === 'issuer' ? await this.range() : { lo: '', hi: '' };
    const households = kind === 'paired' ? `{${caller.pairedHouseholds.join(',')}}` : '';
    const role = this.roles.kind(kind);
    return {
      role,
      statement: {
        name: 'scope',
        text: SCOPE,
        values: [role, lo, hi, households, caller.personId ?? '', caller.unitId ?? ''],
      },
    };
  }
}

export interface Connection {
  query(sql: string, parameters?: readonly unknown[]): Promise<QueryResult>;
}

interface Scope {
  role: string;
  statement: { name: string; text: string; values: unknown[] };
}

/** `set_config('role', …, true)` is SET LOCAL ROLE; every setting ends with the transaction. */
const SCOPE = `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true),
  set_config('scope.households', $4, true), set_config('scope.person', $5, true), set_config('scope.unit', $6, true)`;

/** Four messages, one round trip: should the scope be refused, the query fails in the aborted transaction. */
function readTrip(pool: Pool, scope: Scope, sql: string, parameters?: readonly unknown[]): Promise<QueryResult> {
  return onConnection(pool, async (client, lose) => {
    const trip = [
      client.query('begin read only'),
      client.query(scope.statement),
      client.query(statementOf(scope.role, sql, parameters)),
      client.query('commit'),
    ] as const;
    const [begun, scoped, answered, ended] = await Promise.allSettled(trip);
    for (const step of [begun, ended]) if (step.status === 'rejected') lose(step.reason as Error);
    for (const step of [begun, scoped, answered, ended]) if (step.status === 'rejected') throw step.reason;
    return (answered as PromiseFulfilledResult<QueryResult>).value;
  });
}

/** Takes a connection and gives it back, or gives it up once `lose` was told of its loss. */
async function onConnection<T>(
  pool: Pool,
  run: (client: PoolClient, lose: (error: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost ??= error;
  };
  // A connection that breaks between two statements tells it as an event: unheard, it would end the process.
  client.on('error', lose);
  try {
    return await run(client, lose);
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}

const MAX_STATEMENTS = 1000;
const statementNames = new Map<string, string>();

/** A prepared statement has one name a role: alternating roles would make the server plan it anew each time. */
function statementOf(role: string, text: string, parameters?: readonly unknown[]) {
  const key = `${role}\n${text}`;
  let name = statementNames.get(key);
  if (!name && statementNames.size < MAX_STATEMENTS) {
    name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    statementNames.set(key, name);
  }
  return { text, values: parameters as unknown[] | undefined, ...(name ? { name } : {}) };
}

function rowsOn(dataSource: DataSource, connection: Connection): Rows {
  let manager: EntityManager | undefined;
  return {
    query: async <T>(sql: string, parameters?: readonly unknown[]) =>
      (await connection.query(sql, parameters)).rows as T[],
    get manager() {
      manager ??= dataSource.createEntityManager(runnerOn(dataSource, connection));
      return manager;
    },
  };
}

/** A TypeORM query runner that rides on a scoped connection; it can neither open nor end a transaction. */
function runnerOn(dataSource: DataSource, connection: Connection): QueryRunner {
  const runner = dataSource.createQueryRunner();
  const refuse = async () => {
    throw new Error('a scoped query runner has its transaction already: use insert, update and delete');
  };
  return Object.assign(runner, {
    connect: async () => connection,
    release: async () => undefined,
    startTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  });
}
