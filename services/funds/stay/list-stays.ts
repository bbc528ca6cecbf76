// Lists the stays of the own hospital, in the order in which they were admitted.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Stay } from './stay.entity';

export async function listStays({ caller, inScope }: Context, args: PageArgs): Promise<Page<Stay>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Stay, 's')
      .where('s.hospitalId = :hospital', { hospital: caller.unitId })
      .orderBy('s.id')
      .limit(size + 1);
    if (after) found.andWhere('s.id > :id::uuid', { id: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
