// Lists the stays of the own hospital and of those that it succeeds, in the order in which they were admitted.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Stay } from './stay.entity';

export async function listStays({ caller, inScope }: Context, args: PageArgs): Promise<Page<Stay>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Stay, 's')
      .where(
        's.hospitalId = any (array(select :hospital::uuid union all select h.unit_id from funds.unit_heir h where h.heir_id = :hospital::uuid))',
        { hospital: caller.unitId },
      )
      .orderBy('s.id')
      .limit(size + 1);
    if (after) found.andWhere('s.id > :id::uuid', { id: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
