// Lists contracts that are paid in stages in the order of the towns, a page at a time.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Reimbursement } from './reimbursement.entity';

export async function listReimbursements({ inScope }: Context, args: PageArgs): Promise<Page<Reimbursement>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  const { lo, hi } = await inScope.range();
  const tail = `where t.path >= $1 and t.path < $2 and ($3::text is null or (t.path, t.id) > ($3 collate "C", $4::uuid)) order by t.path, t.id limit $5`;
  return pageOf(await inScope.read((rows) => rows.select(Reimbursement, tail, [lo, hi, path, id, size + 1])), size);
}
