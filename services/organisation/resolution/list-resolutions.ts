// Lists resolutions, those of the newest meeting first, a page at a time.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Resolution } from './resolution.entity';
import type { ResolutionsArgs } from './resolution.input';

export async function listResolutions({ inScope }: Context, args: ResolutionsArgs): Promise<Page<Resolution>> {
  const size = pageSize(args.first);
  const [day, last] = keysOf(args.after, 2) ?? [];
  if (day !== undefined && !(parseCalendarDay(day, 'after') && isId(last))) throw foreignCursor();
  const { ownerUnitId, ownerRegionId } = args;
  if ([ownerUnitId, ownerRegionId].some((id) => id && !isId(id))) return pageOf<Resolution>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Resolution, 'r')
      .orderBy('r.heldOn', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .limit(size + 1);
    if (ownerUnitId) found.andWhere('r.ownerUnitId = :ownerUnitId', { ownerUnitId });
    if (ownerRegionId) found.andWhere('r.ownerRegionId = :ownerRegionId', { ownerRegionId });
    if (args.from) found.andWhere('r.heldOn >= :from', { from: args.from });
    if (args.until) found.andWhere('r.heldOn < :until', { until: args.until });
    if (day !== undefined) found.andWhere('(r.heldOn, r.id) < (:day, :last)', { day, last });
    return pageOf(await found.getMany(), size);
  });
}
