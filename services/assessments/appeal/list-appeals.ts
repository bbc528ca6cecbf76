// Lists appeals (申诉列表) in the caller's range, in the order of the managing tree.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import type { AppealsArgs } from './appeal.input';
import { LightAppeal } from './light-appeal.entity';

export async function listAppeals(
  { inScope }: Context,
  { first, after, open }: AppealsArgs,
): Promise<Page<LightAppeal>> {
  const size = pageSize(first);
  const keys = keysOf(after, 2);
  if (keys && !isId(keys[1] ?? '')) throw foreignCursor();
  const { lo, hi } = await inScope.range();
  return inScope.read(async ({ manager }) => {
    const found = manager.createQueryBuilder(LightAppeal, 'a').where('a.path >= :lo and a.path < :hi', { lo, hi });
    if (open != null) found.andWhere(open ? 'a.outcome is null' : 'a.outcome is not null');
    if (keys) found.andWhere('(a.path, a.id) > (:path, :id)', { path: keys[0], id: keys[1] });
    return pageOf(
      await found
        .orderBy('a.path')
        .addOrderBy('a.id')
        .limit(size + 1)
        .getMany(),
      size,
    );
  });
}
