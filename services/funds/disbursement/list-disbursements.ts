// Lists disbursements in the order of the towns, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { Disbursement } from './disbursement.entity';
import type { DisbursementsArgs } from './disbursement.input';

/** `path`: only of this part of the caller's tree. */
export async function listDisbursements(
  { inScope }: Context,
  args: DisbursementsArgs,
  path?: string,
): Promise<Page<Disbursement>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const approved = args.approvedIn ? parseQuarter(args.approvedIn) : null;
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
    if (approved)
      found.andWhere('d.approvedOn >= :from and d.approvedOn < :until', approved).andWhere('d.state in (:...counted)', {
        counted: ['approved', 'ordered', 'paid', 'part-returned', 'returned'],
      });
    if (after) found.andWhere('(d.path, d.id) > (:path, :id::uuid)', { path: after[0], id: after[1] });
    return pageOf(await found.getMany(), size);
  });
}
