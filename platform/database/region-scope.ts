// Which path a region has in this subgraph's own copy of the managing tree; a tree it has not applied yet answers SCOPE_MOVING, never rows.
import type { Pool } from 'pg';
import { commonRefusals } from '../vocabulary/refusal';
import type { SubgraphName } from './roles';

export class RegionScope {
  private epoch = -1;
  private paths = new Map<string, string>();
  private loading: Promise<void> | null = null;

  constructor(
    private readonly pool: () => Pool,
    private readonly subgraph: SubgraphName,
  ) {}

  /** null for a region that the tree does not have. */
  async pathOf(regionId: string, epoch: number): Promise<string | null> {
    if (epoch !== this.epoch) await this.load();
    if (epoch !== this.epoch) throw commonRefusals.scopeMoving({ epoch });
    return this.paths.get(regionId) ?? null;
  }

  private load(): Promise<void> {
    this.loading ??= this.pool()
      .query<{ region_id: string; path: string; epoch: number }>(
        `select region_id, path, epoch from ${this.subgraph}.scope`,
      )
      .then(({ rows }) => {
        this.paths = new Map(rows.map((row) => [row.region_id, row.path]));
        this.epoch = rows.reduce((newest, row) => Math.max(newest, row.epoch), -1);
      })
      .finally(() => {
        this.loading = null;
      });
    return this.loading;
  }
}
