// Lists the payment lines of one disbursement, a page at a time.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { DisbursementLine } from './disbursement-line.entity';

export async function listLines(
  { inScope }: Context,
  disbursementId: string,
  args: PageArgs,
): Promise<Page<DisbursementLine>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(DisbursementLine, 'l')
      .where('l.disbursementId = :disbursementId', { disbursementId })
      .orderBy('l.id')
      .limit(size + 1);
    if (after) found.andWhere('l.id > :id::uuid', { id: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
