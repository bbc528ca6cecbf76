// Lists public notices (公示栏), the newest first: those that stand for anybody, and all of them within the own region for who works there.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseCalendarDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { NoticeLine } from './notice-line.entity';
import { PublicNotice } from './public-notice.entity';
import type { FundNoticesArgs } from './public-notice.input';

const BELOW = (column: string) => `${column} >= $1 collate "C" and ${column} < (left($1, -1) || '0') collate "C"`;

/** About a region: posted of it or below, or with a line of a household there. */
const TAIL = `where ($1::text is null or (${BELOW('t.path')}) or exists (select 1 from funds.notice_line l where l.notice_id = t.id and ${BELOW('l.path')}))
  and ($2::text is null or t.type = $2) and ($3::date is null or (t.from_on, t.id) < ($3::date, $4::uuid)) order by t.from_on desc, t.id desc limit $5`;

export async function listNotices(
  { inScope }: Context,
  args: FundNoticesArgs,
  as: 'public' | 'region',
): Promise<Page<PublicNotice>> {
  const size = pageSize(args.first);
  const [from = null, id = null] = keysOf(args.after, 2) ?? [];
  if (from !== null && !(parseCalendarDay(from, 'after') && isId(id ?? ''))) throw foreignCursor();
  return inScope.read(async (rows) => {
    let path: string | null = null;
    if (args.regionId) {
      const places = isId(args.regionId)
        ? await rows.query<{ path: string }>('select s.path from funds.scope s where s.region_id = $1', [args.regionId])
        : [];
      path = places[0]?.path ?? null;
      if (path === null) return pageOf<PublicNotice>([], size);
    }
    return pageOf(await rows.select(PublicNotice, TAIL, [path, args.type ?? null, from, id, size + 1]), size);
  }, as);
}

const SHOWN = ['noticeId', 'line', 'regionId', 'path', 'village', 'shownName', 'amount', 'leaf'];

/** As anybody reads them, or within the own region all that one may know of them. */
export async function listNoticeLines(
  { inScope }: Context,
  noticeId: string,
  args: Pick<FundNoticesArgs, 'first' | 'after'>,
  as: 'public' | 'region',
): Promise<Page<NoticeLine>> {
  const size = pageSize(args.first);
  const after = Number(keysOf(args.after, 1)?.[0] ?? 0);
  if (!Number.isInteger(after)) throw foreignCursor();
  const tail = 'where t.notice_id = $1 and t.line > $2 order by t.line limit $3';
  const found = await inScope.read((rows) => rows.select(NoticeLine, tail, [noticeId, after, size + 1], SHOWN), as);
  return pageOf(found, size);
}
