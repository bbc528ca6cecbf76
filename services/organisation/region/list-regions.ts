// Lists regions in the order of the managing tree, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Region } from './region.entity';
import type { RegionsArgs } from './region.input';
import { listOnDay } from './region-on-day.query';

export async function listRegions({ inScope }: Context, args: RegionsArgs): Promise<Page<Region>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  if (args.on) {
    const { on, kind = null, parentId = null, nameBegins = null } = args;
    const asked = [on, kind, parentId, nameBegins, after?.[0] ?? null, size + 1];
    return pageOf(await inScope.read((rows) => rows.query(listOnDay, asked, Region)), size);
  }
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Region, 'r')
      .where('r.valid_to is null')
      .orderBy('r.path')
      .limit(size + 1);
    if (args.kind) found.andWhere('r.kind = :kind', { kind: args.kind });
    if (args.parentId) found.andWhere('r.parentId = :parentId', { parentId: args.parentId });
    if (args.nameBegins) found.andWhere('starts_with(r.name, :begins)', { begins: args.nameBegins });
    if (after) found.andWhere('r.path > :path', { path: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
