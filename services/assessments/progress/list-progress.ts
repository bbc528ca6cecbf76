// Lists reports of progress in the order of the managing tree: what an assessor works through.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Progress } from './progress.entity';
import type { ProgressReportsArgs } from './progress.input';

export async function listProgress({ inScope }: Context, args: ProgressReportsArgs): Promise<Page<Progress>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const range = inScope.caller.scope === 'region' ? await inScope.range() : null;
  if (after?.[1] && !isId(after[1])) return pageOf<Progress>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager.createQueryBuilder(Progress, 'p').where('true');
    if (range) found.andWhere('p.path >= :lo and p.path < :hi', range);
    if (args.quarter) found.andWhere('p.quarter = :quarter', { quarter: args.quarter });
    if (args.awaiting != null) found.andWhere(args.awaiting ? 'p.outcome is null' : 'p.outcome is not null');
    if (after) found.andWhere('(p.path, p.id) > (:path, :id)', { path: after[0], id: after[1] });
    return pageOf(
      await found
        .orderBy('p.path')
        .addOrderBy('p.id')
        .limit(size + 1)
        .getMany(),
      size,
    );
  });
}
