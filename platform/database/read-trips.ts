// Reads of one request that are asked in the same turn ride together: one connection, one scope, one round trip for up to four of them.
import type { CustomTypesConfig, Pool, PoolClient, QueryResult } from 'pg';
import { madeOnce } from '../vocabulary/made-once';
import { onConnection } from './on-connection';
import { type Outcome, ScopedTrip } from './scoped-trip';
import { RowReader, readerOf, rememberReader, type Statement, shaped } from './statement';

/** The settings that a scope kind needs, as statements of one read trip and of one write. */
export interface Scope {
  role: string;
  read: Statement;
  write: Statement;
  /** what a write takes shared, so that no region moves under it */
  hold: Statement | null;
  /** the tree that its bounds are of; null where it has none */
  epoch: number | null;
}

interface Waiting {
  statement: Statement;
  resolve(rows: object[]): void;
  reject(error: unknown): void;
}

/** More of them would wait for one another where other connections are free. */
const MOST_IN_TRIP = 4;

const prepared = new WeakMap<PoolClient, Set<string>>();

export class ReadTrips {
  private readonly waiting = new Map<Scope, Waiting[]>();

  constructor(
    private readonly pool: Pool,
    private readonly types: CustomTypesConfig,
  ) {}

  read(scope: Scope, statement: Statement): Promise<object[]> {
    return new Promise((resolve, reject) => {
      const others = this.waiting.get(scope);
      if (others) others.push({ statement, resolve, reject });
      else {
        this.waiting.set(scope, [{ statement, resolve, reject }]);
        // Behind the loaders that wait for this turn too: their batches are in the same queue.
        process.nextTick(() => this.leave(scope));
      }
    });
  }

  private leave(scope: Scope): void {
    const all = this.waiting.get(scope) ?? [];
    this.waiting.delete(scope);
    for (let from = 0; from < all.length; from += MOST_IN_TRIP) {
      const riders = all.slice(from, from + MOST_IN_TRIP);
      void this.ride(scope, riders).catch((error: unknown) => {
        for (const { reject } of riders) reject(error);
      });
    }
  }

  private ride(scope: Scope, riders: readonly Waiting[]): Promise<void> {
    return onConnection(this.pool, async (client, lose) => {
      for (let left = riders; left.length > 0; ) {
        const outcomes = await this.ask(client, scope, left, lose);
        const unrun: Waiting[] = [];
        outcomes.forEach((outcome, at) => {
          const rider = left[at] as Waiting;
          if ('rows' in outcome) rider.resolve(outcome.rows);
          else if ('error' in outcome) rider.reject(outcome.error);
          else unrun.push(rider);
        });
        left = unrun;
      }
    });
  }

  private ask(
    client: PoolClient,
    scope: Scope,
    riders: readonly Waiting[],
    lose: (error: Error) => void,
  ): Promise<readonly Outcome[]> {
    const statements = riders.map(({ statement }) => statement);
    const known = madeOnce(prepared, client, () => new Set<string>());
    if (!known.has(scope.read.name) || statements.some(({ name }) => !known.has(name)))
      return this.prepareAndAsk(client, scope, statements, known, lose);
    return new Promise((resolve) => {
      client.query(
        new ScopedTrip(scope.read, statements, (outcomes, lost) => {
          if (lost) lose(lost);
          resolve(outcomes);
        }),
      );
    });
  }

  /** The first time on a connection: each statement in a transaction of its own, all of them in one round trip. */
  private async prepareAndAsk(
    client: PoolClient,
    scope: Scope,
    statements: readonly Statement[],
    known: Set<string>,
    lose: (error: Error) => void,
  ): Promise<Outcome[]> {
    return Promise.all(
      statements.map(async ({ name, text, values, shape }): Promise<Outcome> => {
        const [begun, scoped, answered, ended] = await Promise.allSettled([
          client.query('begin'),
          client.query({ ...scope.read, values: [...scope.read.values] }),
          client.query<object>({ text, values: [...values], ...(name ? { name } : {}) }),
          client.query('commit'),
        ] as const);
        for (const step of [begun, ended]) if (step.status === 'rejected') lose(step.reason as Error);
        for (const step of [begun, scoped, answered, ended])
          if (step.status === 'rejected') return { error: step.reason as Error };
        const { rows, fields } = (answered as PromiseFulfilledResult<QueryResult<object>>).value;
        known.add(scope.read.name);
        if (name) {
          known.add(name);
          if (!readerOf(name)) rememberReader(name, RowReader.of(fields, this.types));
        }
        return { rows: shaped(rows, shape) };
      }),
    );
  }
}
