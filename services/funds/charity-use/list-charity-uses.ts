// Lists the uses of a fund's gifts (使用计划清单), the latest first.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { CharityUse } from './charity-use.entity';
import type { CharityUsesArgs } from './charity-use.input';

export async function listCharityUses({ inScope }: Context, args: CharityUsesArgs): Promise<Page<CharityUse>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  if (!isId(args.fundId)) return pageOf([], size);
  const tail = `where t.fund_id = $1 and ($2::int is null or t.year = $2) and ($3::uuid is null or t.id < $3) order by t.id desc limit $4`;
  const asked = [args.fundId, args.year ?? null, after, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(CharityUse, tail, asked)), size);
}
