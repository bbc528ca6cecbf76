// Lists the gifts of a fund (捐赠清单), the latest first.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Gift } from './gift.entity';
import type { GiftsArgs } from './gift.input';

export async function listGifts({ inScope }: Context, args: GiftsArgs): Promise<Page<Gift>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  if (!isId(args.fundId)) return pageOf([], size);
  // Ids rise with time.
  const tail = `where t.fund_id = $1 and ($2::text is null or t.state = $2) and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`;
  const asked = [args.fundId, args.state ?? null, after, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Gift, tail, asked)), size);
}
