// Lists the public notices that stand today (公示栏), for anybody, those ending first on top; when their days are over they are gone.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { placeOfRegion } from '../household/household.loader';
import type { PublicNoticesArgs } from './determination.input';
import { PublicNotice } from './public-notice.entity';

export async function listPublicNotices(context: Context, args: PublicNoticesArgs): Promise<Page<PublicNotice>> {
  const size = pageSize(args.first);
  const [until = null, id = null] = keysOf(args.after, 2) ?? [];
  if (until !== null && !(parseCalendarDay(until, 'after') && isId(id ?? ''))) throw foreignCursor();
  const place = args.regionId && isId(args.regionId) ? await placeOfRegion.load(context, args.regionId) : null;
  if (args.regionId && !place) return pageOf<PublicNotice>([], size);
  const tail = `where ($1::text is null or (t.path >= $1 collate "C" and t.path < (left($1, -1) || '0') collate "C"))
    and ($2::date is null or (t.until_on, t.id) > ($2::date, $3::uuid)) order by t.until_on, t.id limit $4`;
  const asked = [place?.path ?? null, until, id, size + 1];
  return pageOf(await context.inScope.read((rows) => rows.select(PublicNotice, tail, asked), 'public'), size);
}
