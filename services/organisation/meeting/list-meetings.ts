// Lists meetings, the newest first, a page at a time.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { Meeting } from './meeting.entity';
import type { MeetingsArgs } from './meeting.input';

export async function listMeetings({ inScope }: Context, args: MeetingsArgs): Promise<Page<Meeting>> {
  const size = pageSize(args.first);
  const [day, last] = keysOf(args.after, 2) ?? [];
  if (day !== undefined && !(parseCalendarDay(day, 'after') && isId(last))) throw foreignCursor();
  if (args.regionId && !isId(args.regionId)) return pageOf<Meeting>([], size);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Meeting, 'm')
      .orderBy('m.heldOn', 'DESC')
      .addOrderBy('m.id', 'DESC')
      .limit(size + 1);
    if (args.regionId) found.andWhere('m.regionId = :regionId', { regionId: args.regionId });
    if (args.kind) found.andWhere('m.kind = :kind', { kind: args.kind });
    if (args.from) found.andWhere('m.heldOn >= :from', { from: args.from });
    if (args.until) found.andWhere('m.heldOn < :until', { until: args.until });
    if (args.approved != null) found.andWhere(`m.approvedAt is ${args.approved ? 'not ' : ''}null`);
    if (day !== undefined) found.andWhere('(m.heldOn, m.id) < (:day, :last)', { day, last });
    return pageOf(await found.getMany(), size);
  });
}
