// Lists the months of the books (账期清单), the last first.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { FundPeriod } from './fund-period.entity';

export async function listPeriods({ inScope }: Context, args: PageArgs): Promise<Page<FundPeriod>> {
  const size = pageSize(args.first);
  const [month = null, id = null] = keysOf(args.after, 2) ?? [];
  const tail = `where $1::text is null or (t.month, t.id) < ($1 collate "C", $2::uuid) order by t.month desc, t.id desc limit $3`;
  return pageOf(await inScope.read((rows) => rows.select(FundPeriod, tail, [month, id, size + 1])), size);
}
