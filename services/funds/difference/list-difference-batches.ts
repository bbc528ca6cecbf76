// Lists the difference batches of the own region (差额批), newest first.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { DifferenceBatch } from './difference-batch.entity';

export async function listDifferenceBatches({ inScope }: Context, args: PageArgs): Promise<Page<DifferenceBatch>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  const { lo, hi } = await inScope.range();
  return inScope.read(async (rows) => {
    const found = await rows.select(
      DifferenceBatch,
      `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::uuid is null or t.id < $3::uuid) order by t.id desc limit $4`,
      [lo, hi, after?.[0] ?? null, size + 1],
    );
    return pageOf(found, size);
  });
}
