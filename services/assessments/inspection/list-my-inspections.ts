// Lists an inspector's own inspections, released or not, newest first.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Inspection } from './inspection.entity';

export async function listMyInspections({ caller, inScope }: Context, args: PageArgs): Promise<Page<Inspection>> {
  const size = pageSize(args.first);
  const [before] = keysOf(args.after, 1) ?? [null];
  if (before && !isId(before)) return pageOf<Inspection>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Inspection, 'i')
      .where('i.issuerId = :issuerId', { issuerId: caller.personId });
    if (before) found.andWhere('i.id < :before', { before });
    return pageOf(
      await found
        .orderBy('i.id', 'DESC')
        .limit(size + 1)
        .getMany(),
      size,
    );
  }, 'issuer');
}
