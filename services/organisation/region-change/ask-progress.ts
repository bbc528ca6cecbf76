// How far each subgraph has come with a tree (调整进度): asking it makes it catch up.
import type { Context } from '#platform/graph/context';
import type { RegionChangeProgress } from './region-change-progress.entity';

const followers = ['households', 'assessments', 'funds'] as const;

interface Applied {
  epoch: number;
  appliedAt: string | null;
  rowsMoved: number;
}

/** A subgraph that does not answer is behind as far as anybody knows, and no reason to refuse. */
export async function askProgress(context: Context, epoch: number): Promise<RegionChangeProgress[]> {
  const own = await context.inScope.appliedTree(0);
  const others = await Promise.all(
    followers.map(async (subgraph) => {
      const field = `${subgraph}RegionTree`;
      const answer = await context
        .ask<Record<string, Applied>>(subgraph, `query($epoch:Int!){${field}(epoch:$epoch)}`, { epoch })
        .catch(() => null);
      return told(subgraph, answer?.[field] ?? null, epoch);
    }),
  );
  return [told('organisation', own, epoch), ...others];
}

function told(subgraph: string, applied: Applied | null, epoch: number): RegionChangeProgress {
  const { epoch: has = null, appliedAt = null, rowsMoved = null } = applied ?? {};
  return { subgraph, epoch: has, done: has !== null && has >= epoch, appliedAt, rowsMoved };
}
