// Lists public numbers, the newest day first, a page at a time.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { PublicNumber } from './public-number.entity';

export function listPublicNumbers({ inScope }: Context, args: PageArgs): Promise<Page<PublicNumber>> {
  const size = pageSize(args.first);
  const [day = null, source = null] = keysOf(args.after, 2) ?? [];
  if (day !== null && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw foreignCursor();
  const tail =
    'where ($1::date is null or (t.day, t.source) < ($1::date, $2)) order by t.day desc, t.source desc limit $3';
  return inScope.read(async (rows) => pageOf(await rows.select(PublicNumber, tail, [day, source, size + 1]), size));
}
