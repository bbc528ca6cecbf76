// Lists disbursements in the order of the towns, and the lines of one disbursement, a page at a time.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { Disbursement } from './disbursement.entity';
import type { DisbursementsArgs } from './disbursement.input';
import { DisbursementLine } from './disbursement-line.entity';

/** `path`: only of this part of the caller's tree. */
export async function listDisbursements(
  { inScope }: Context,
  args: DisbursementsArgs,
  path?: string,
): Promise<Page<Disbursement>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  // The bounds are parameters too, so that the planner sees how much of the index they leave.
  const range: PathRange = path === undefined ? await inScope.range() : subtreeOf(path);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Disbursement, 'd')
      .where('d.path >= :lo and d.path < :hi', range)
      .orderBy('d.path')
      .addOrderBy('d.id')
      .limit(size + 1);
    if (args.state) found.andWhere('d.state = :state', { state: args.state });
    if (args.year) found.andWhere('d.year = :year', { year: args.year });
    if (after) found.andWhere('(d.path, d.id) > (:path, :id::uuid)', { path: after[0], id: after[1] });
    return pageOf(await found.getMany(), size);
  });
}

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
