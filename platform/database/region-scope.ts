// Which path a region has in this subgraph's own copy of the managing tree; a tree it has not applied yet answers SCOPE_MOVING, never rows.
import type { Pool } from 'pg';
import { commonRefusals } from '../vocabulary/refusal';
import { RegionTree } from '../vocabulary/region-tree';
import type { SubgraphName } from './roles';

/** Which tree a subgraph has applied, when, and how many rows moved with it. */
export interface AppliedTree {
  epoch: number;
  /** ISO 8601; null for the tree as first loaded */
  appliedAt: string | null;
  rowsMoved: number;
}

export class RegionScope {
  private tree = new RegionTree(-1, []);
  private loading: Promise<void> | null = null;
  /** begins to apply what this subgraph has not learnt yet, and does not wait for it */
  catchUp: () => void = () => undefined;

  constructor(
    private readonly pool: () => Pool,
    private readonly subgraph: SubgraphName,
  ) {}

  /** null for a region that the tree does not have. */
  async pathOf(regionId: string, epoch: number): Promise<string | null> {
    return (await this.treeAt(epoch)).pathOf(regionId);
  }

  async treeAt(epoch: number): Promise<RegionTree> {
    if (epoch !== this.tree.epoch) await this.load();
    if (epoch > this.tree.epoch) this.catchUp();
    if (epoch !== this.tree.epoch) throw commonRefusals.scopeMoving({ epoch });
    return this.tree;
  }

  /** Asked by whoever watches a re-organisation: an older tree than `epoch` is caught up with. */
  async applied(epoch: number): Promise<AppliedTree> {
    const { rows } = await this.pool().query<{ epoch: number; at: Date | null; moved: bigint }>(
      `select epoch, applied_at as at, rows_moved as moved from ${this.subgraph}.scope_epoch`,
    );
    const [row] = rows;
    if (!row) throw new Error(`${this.subgraph} does not know which region tree it has`);
    if (row.epoch < epoch) this.catchUp();
    return { epoch: row.epoch, appliedAt: row.at?.toISOString() ?? null, rowsMoved: Number(row.moved) };
  }

  private load(): Promise<void> {
    this.loading ??= this.pool()
      .query<TreeRow>(treeOf(this.subgraph))
      .then(({ rows }) => {
        const of = (part: TreeRow['part']) => rows.filter((row) => row.part === part);
        this.tree = new RegionTree(
          of('epoch')[0]?.epoch ?? -1,
          of('open').map(({ id, path, from, originId }) => ({ id, path, from, originId })),
          of('past').map(({ id, path, from, until }) => ({ id, path, from, until })),
          of('ended').map(({ id, path, from, originId }) => ({ id, path, on: from, originId })),
        );
      })
      .finally(() => {
        this.loading = null;
      });
    return this.loading;
  }
}

interface TreeRow {
  part: 'epoch' | 'open' | 'past' | 'ended';
  id: string;
  path: string;
  from: string;
  until: string;
  originId: string | null;
  epoch: number;
}

/** One statement, so that the tree and its epoch are of one moment. */
const treeOf = (s: SubgraphName) => `
select 'epoch' as part, null::uuid as id, null as path, null as "from", null as until, null::uuid as "originId", epoch from ${s}.scope_epoch
union all select 'open', region_id, path, valid_from::text, null, origin_id, null from ${s}.scope
union all select 'past', region_id, path, valid_from::text, valid_to::text, null, null from ${s}.scope_past
union all select 'ended', region_id, path, ended_on::text, null, origin_id, null from ${s}.scope_ended`;
