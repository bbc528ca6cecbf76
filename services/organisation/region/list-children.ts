// A page of the regions that one manages directly, out of what one statement loaded for all of them.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import type { Region } from './region.entity';
import { childrenOfRegion } from './region-children.loader';

export async function listChildren(context: Context, parentId: string, args: ConnectionArgs): Promise<Page<Region>> {
  const size = pageSize(args.first);
  const [after = ''] = keysOf(args.after, 1) ?? [];
  const children = await childrenOfRegion.load(context, parentId);
  return pageOf(
    children.filter(({ path }) => path > after),
    size,
  );
}
