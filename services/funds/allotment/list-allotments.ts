// Lists the notices of which some line lies in the caller's scope, in the order of the issuing office.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Allotment } from './allotment.entity';
import type { AllotmentsArgs } from './allotment.input';

export async function listAllotments({ inScope }: Context, args: AllotmentsArgs): Promise<Page<Allotment>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Allotment, 'a')
      .orderBy('a.path')
      .addOrderBy('a.id')
      .limit(size + 1);
    if (args.year) found.andWhere('a.year = :year', { year: args.year });
    if (args.state) found.andWhere('a.state = :state', { state: args.state });
    if (after) found.andWhere('(a.path, a.id) > (:path, :id::uuid)', { path: after[0], id: after[1] });
    return pageOf(await found.getMany(), size);
  });
}
