// How NAIVE reaches rows: TypeORM's own transaction a look-up, with role and scope set at its beginning, one statement after the other.
import type { DataSource, EntityManager } from 'typeorm';
import { poolOf } from '#platform/database/data-source';
import { RegionScope } from '#platform/database/region-scope';
import { RoleNames, type SubgraphName } from '#platform/database/roles';
import type { ScopeKind } from '#platform/vocabulary/caller';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import type { Standing } from '../../../gateway/who/session-standing';

const SCOPE = `select set_config('role', $1, true), set_config('scope.lo', $2, true), set_config('scope.hi', $3, true),
  set_config('scope.person', $4, true), set_config('scope.unit', $5, true)`;

export class Rows {
  readonly regions: RegionScope;
  private readonly roles: RoleNames;

  constructor(
    private readonly dataSource: DataSource,
    prefix: string,
    subgraph: SubgraphName,
  ) {
    this.roles = new RoleNames(prefix, subgraph);
    this.regions = new RegionScope(() => poolOf(dataSource), subgraph);
  }

  async rangeOf({ regionId, regionEpoch }: Standing): Promise<PathRange> {
    const path = regionId === null ? null : await this.regions.pathOf(regionId, regionEpoch);
    return path === null ? { lo: '', hi: '' } : subtreeOf(path);
  }

  async inTransaction<T>(
    caller: Standing,
    run: (manager: EntityManager) => Promise<T>,
    kind: ScopeKind = caller.scope,
  ): Promise<T> {
    const { lo, hi } = await this.rangeOf(caller);
    return this.dataSource.transaction(async (manager) => {
      await manager.query(SCOPE, [this.roles.kind(kind), lo, hi, caller.personId, caller.unitId ?? '']);
      return run(manager);
    });
  }
}

/** What every resolver of NAIVE is given; the loaders live as long as their request. */
export interface NaiveContext<Loaders = unknown> {
  caller: Standing | null;
  rows: Rows;
  loaders: Loaders;
}

/** Of a resolver behind the shield, which has let in only who is known. */
export function callerOf({ caller }: NaiveContext): Standing {
  if (!caller) throw new Error('nobody asks');
  return caller;
}
