// Lists the released inspections of a range, in the order of the managing tree.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Inspection } from './inspection.entity';

export async function listReleasedInspections({ inScope }: Context, args: PageArgs): Promise<Page<Inspection>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const range = await inScope.range();
  if (after?.[1] && !isId(after[1])) return pageOf<Inspection>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Inspection, 'i')
      .where('i.path >= :lo and i.path < :hi and i.releasedAt is not null', range);
    if (after) found.andWhere('(i.path, i.id) > (:path, :id)', { path: after[0], id: after[1] });
    return pageOf(
      await found
        .orderBy('i.path')
        .addOrderBy('i.id')
        .limit(size + 1)
        .getMany(),
      size,
    );
  });
}
