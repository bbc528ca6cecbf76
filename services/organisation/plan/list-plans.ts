// Lists plans in the order of the managing tree, every version, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Plan } from './plan.entity';
import type { PlansArgs } from './plan.input';

export async function listPlans({ inScope }: Context, args: PlansArgs): Promise<Page<Plan>> {
  const size = pageSize(args.first);
  const [path, last] = keysOf(args.after, 2) ?? [];
  if (last !== undefined && !isId(last)) return pageOf<Plan>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Plan, 'p')
      .where('p.withdrawnAt is null')
      .orderBy('p.path')
      .addOrderBy('p.id')
      .limit(size + 1);
    if (args.year != null) found.andWhere('p.year = :year', { year: args.year });
    if (args.awaiting != null) found.andWhere(`p.approvedAt is ${args.awaiting ? '' : 'not '}null`);
    if (last !== undefined) found.andWhere('(p.path, p.id) > (:path, :last)', { path, last });
    return pageOf(await found.getMany(), size);
  });
}
