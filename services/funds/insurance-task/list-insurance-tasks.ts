// Lists the tasks to insure people of the own region (参保任务): open ones first, in the order in which they were found.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { InsuranceTask } from './insurance-task.entity';

export async function listInsuranceTasks({ inScope }: Context, args: PageArgs): Promise<Page<InsuranceTask>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const { lo, hi } = await inScope.range();
  return inScope.read(async (rows) => {
    const found = await rows.select(
      InsuranceTask,
      `where t.path >= $1 collate "C" and t.path < $2 collate "C"
         and ($3::text is null or ((t.closed_on is not null)::int::text, t.id) > ($3::text, $4::uuid))
       order by (t.closed_on is not null)::int::text, t.id limit $5`,
      [lo, hi, after?.[0] ?? null, after?.[1] ?? null, size + 1],
    );
    return pageOf(found, size);
  });
}
