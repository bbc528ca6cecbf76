// Rows are reached in scope only: reads ride in one round trip with their scope; a write is a short transaction with its audit row.
import type { DataSource, EntityManager } from 'typeorm';
import type { CalendarDay } from '../vocabulary/calendar-day';
import type { Caller, ScopeKind } from '../vocabulary/caller';
import { madeOnce } from '../vocabulary/made-once';
import { isWithin, type PathRange, subtreeOf } from '../vocabulary/region';
import type { Deed } from './audit';
import { poolOf } from './data-source';
import { keptUnder } from './kept-under';
import { onConnection } from './on-connection';
import type { ReadTrips, Scope } from './read-trips';
import { holdStatement } from './region-hold';
import type { AppliedTree, RegionScope } from './region-scope';
import type { RoleNames, SubgraphName } from './roles';
import { rowsOn } from './rows-on';
import { readScope, type SettingValues, writeScope } from './scope-settings';
import { statementOf } from './statement';
import { writeOn } from './write-on';

export interface Rows {
  /** Hand-written SQL; the statement is prepared once a connection and scope kind. With `shape` the rows are its instances. */
  query<T>(sql: string, parameters?: readonly unknown[], shape?: new () => T): Promise<T[]>;
  /** Rows of an entity's table, which `tail` calls `t`; with `only` no more than these properties of each. */
  select<T extends object>(
    entity: new () => T,
    tail: string,
    parameters?: readonly unknown[],
    only?: readonly string[],
  ): Promise<T[]>;
  /** For what is written, and for what is not read often: a query builder costs more than a statement. */
  readonly manager: EntityManager;
}

export interface WriteRows extends Rows {
  readonly deed: Deed;
  /** sent with the end of the transaction, when nothing is asked of it any more: what it answers nobody waits for */
  atEnd(sql: string, parameters: readonly unknown[]): void;
  /** the database's clock at the start of this transaction */
  now(): Promise<Date>;
}

/** What of a subgraph all its callers share. */
export interface Reach {
  dataSource: DataSource;
  roles: RoleNames;
  regions: RegionScope;
  trips: ReadTrips;
}

/** A scope by its settings, as told of somebody else. */
export interface ToldScope extends Omit<SettingValues, 'principal' | 'stands'> {
  kind: ScopeKind;
}

/** One for each caller object: what several fetches of one request read in the same turn rides together. */
export class InScope {
  private readonly scopes = new Map<ScopeKind, Promise<Scope>>();

  constructor(
    private readonly reach: Reach,
    readonly caller: Caller,
  ) {}

  get subgraph(): SubgraphName {
    return this.reach.roles.subgraph;
  }

  /** The caller's subtree, to be bound as parameters in hot queries, so that the planner sees the bounds. */
  async range(): Promise<PathRange> {
    const { regionId, regionEpoch } = this.caller;
    const path = regionId === null ? null : await this.reach.regions.pathOf(regionId, regionEpoch);
    return path === null ? { lo: '', hi: '' } : subtreeOf(path);
  }

  /** The path of a region that lies wholly inside the caller's subtree; null for one that is absent or hidden, which is the same. */
  async pathWithin(regionId: string): Promise<string | null> {
    if (this.caller.regionId === null) return null;
    const [path, range] = await Promise.all([
      this.reach.regions.pathOf(regionId, this.caller.regionEpoch),
      this.range(),
    ]);
    return path !== null && isWithin(path, range) ? path : null;
  }

  /** Ranges that together are the region by the tree of that day, by today's unless told; null when not all of it is in scope today. */
  async rangesWithin(regionId: string, on?: CalendarDay | null): Promise<PathRange[] | null> {
    const { caller, reach } = this;
    if (caller.regionId === null) return null;
    const [tree, own] = await Promise.all([reach.regions.treeAt(caller.regionEpoch), this.range()]);
    const path = tree.pathOf(regionId);
    const ranges = on ? tree.rangesOn(regionId, on) : path === null ? null : [subtreeOf(path)];
    return ranges?.every(({ lo, hi }) => lo >= own.lo && hi <= own.hi) ? ranges : null;
  }

  /** The region above a region in today's tree, wherever it lies. */
  async parentOf(regionId: string): Promise<string | null> {
    return (await this.reach.regions.treeAt(this.caller.regionEpoch)).parentOf(regionId);
  }

  /** Ranges of a region by the tree of that day, wherever it lies; null when it was not there. */
  async rangesOn(regionId: string, on: CalendarDay): Promise<PathRange[] | null> {
    return (await this.reach.regions.treeAt(this.caller.regionEpoch)).rangesOn(regionId, on);
  }

  /** What is the same for every caller as long as a region tree holds, made once for it: packs that stand are announced with it. */
  async underTree<T>(of: symbol, make: () => Promise<T>): Promise<T> {
    const { regionEpoch } = this.caller;
    // Whoever has not signed in brings no tree, and asks anew.
    if (regionEpoch === 0) return make();
    return keptUnder(await this.reach.regions.treeAt(regionEpoch), of, make);
  }

  /** Which region tree this subgraph has applied; one older than `epoch` is caught up with. */
  appliedTree(epoch: number): Promise<AppliedTree> {
    return this.reach.regions.applied(epoch);
  }

  async read<T>(run: (rows: Rows) => Promise<T>, as: ScopeKind = this.caller.scope): Promise<T> {
    const scope = await this.scopeOf(as);
    const connection: Connection = {
      query: async (sql, parameters, shape) => ({
        rows: await this.reach.trips.read(scope, statementOf(scope.role, sql, parameters, shape)),
      }),
    };
    return run(rowsOn(this.reach.dataSource, connection));
  }

  async write<T>(deed: Deed, run: (rows: WriteRows) => Promise<T>, as: ScopeKind = this.caller.scope): Promise<T> {
    const scope = await this.scopeOf(as);
    return onConnection(poolOf(this.reach.dataSource), (client, lose) =>
      writeOn(client, lose, { reach: this.reach, caller: this.caller, scope, deed }, run),
    );
  }

  /** Whether a row is there for somebody else's scope, in that very role: `table` is a name of ours, never of the asker. */
  async isReachedBy({ kind, ...told }: ToldScope, table: string, id: string): Promise<boolean> {
    const { roles, trips } = this.reach;
    const role = roles.kind(kind);
    const read = readScope(role, kind, { principal: '', stands: '', ...told });
    const scope = { role, read, write: read, hold: null, epoch: null };
    const sql = `select 1 as one from ${roles.subgraph}.${table} where id = $1`;
    return (await trips.read(scope, statementOf(role, sql, [id]))).length > 0;
  }

  private scopeOf(kind: ScopeKind): Promise<Scope> {
    return madeOnce(this.scopes, kind, () => this.findScope(kind));
  }

  private async findScope(kind: ScopeKind): Promise<Scope> {
    const { caller } = this;
    const placed = kind === 'region' || kind === 'unit' || kind === 'issuer';
    const { lo, hi } = placed ? await this.range() : { lo: '', hi: '' };
    const households = kind === 'paired' ? `{${caller.pairedHouseholds.join(',')}}` : '';
    const { subgraph } = this.reach.roles;
    const role = this.reach.roles.kind(kind);
    const values: SettingValues = {
      lo,
      hi,
      households,
      person: caller.personId ?? '',
      unit: caller.unitId ?? '',
      principal: caller.principalId ?? '',
      stands: caller.standsFor.length > 0 ? `{${caller.standsFor.join(',')}}` : '',
    };
    return {
      role,
      read: readScope(role, kind, values),
      write: writeScope(role, subgraph, values),
      hold: kind === 'desk' ? null : holdStatement(subgraph, lo),
      epoch: placed && caller.regionId !== null ? caller.regionEpoch : null,
    };
  }
}

/** A scoped connection; of a read its answer has the rows alone. */
export interface Connection {
  query(
    sql: string,
    parameters?: readonly unknown[],
    shape?: new () => object,
  ): Promise<{ rows: object[]; rowCount?: number | null; command?: string }>;
}
