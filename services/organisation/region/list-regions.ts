// Lists regions in the order of the managing tree, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Region } from './region.entity';
import type { RegionsArgs } from './region.input';

export async function listRegions({ inScope }: Context, args: RegionsArgs): Promise<Page<Region>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Region, 'r')
      .orderBy('r.path')
      .limit(size + 1);
    if (args.kind) found.andWhere('r.kind = :kind', { kind: args.kind });
    if (args.parentId) found.andWhere('r.parentId = :parentId', { parentId: args.parentId });
    if (args.nameBegins) found.andWhere('starts_with(r.name, :begins)', { begins: args.nameBegins });
    if (after) found.andWhere('r.path > :path', { path: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
