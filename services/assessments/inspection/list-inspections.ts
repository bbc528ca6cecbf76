// Lists inspections: the released ones of a range, in the order of the managing tree, or an inspector's own, newest first.

import { Any } from 'typeorm';
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '../is-id';
import { Inspection } from './inspection.entity';

export const releasedInspectionById = defineLoader<Inspection | null>(
  'released inspection by id',
  () => null,
  async ({ manager }, ids) =>
    mapBy(await manager.findBy(Inspection, { id: Any([...ids]) }), (inspection) => inspection.id),
);

export async function listReleasedInspections({ inScope }: Context, args: PageArgs): Promise<Page<Inspection>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 2);
  const range = await inScope.range();
  if (after?.[1] && !isId(after[1])) return pageOf<Inspection>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Inspection, 'i')
      .where('i.path >= :lo and i.path < :hi and i.releasedAt is not null', range);
    if (after) found.andWhere('(i.path, i.id) > (:path, :id)', { path: after[0], id: after[1] });
    return pageOf(
      await found
        .orderBy('i.path')
        .addOrderBy('i.id')
        .limit(size + 1)
        .getMany(),
      size,
    );
  });
}

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
