// Lists assets (扶贫资产列表) in the order of places, a page at a time.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Asset } from './asset.entity';

export async function listAssets(
  { inScope }: Context,
  args: { first?: number | null; after?: string | null },
): Promise<Page<Asset>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or (t.path, t.id) > ($3 collate "C", $4::uuid))
    order by t.path, t.id limit $5`;
  return pageOf(await inScope.read(({ select }) => select(Asset, tail, [lo, hi, path, id, size + 1])), size);
}
