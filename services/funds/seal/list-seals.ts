// Lists the daily seals of a stream, the newest first, for anybody.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Seal, type SealStream } from './seal.entity';

export async function listSeals({ inScope }: Context, stream: SealStream, args: PageArgs): Promise<Page<Seal>> {
  const size = pageSize(args.first);
  const before = keysOf(args.after, 1)?.[0] ?? null;
  if (before !== null && !/^\d{1,9}$/.test(before)) throw foreignCursor();
  const tail = 'where t.stream = $1 and ($2::int is null or t.number < $2) order by t.number desc limit $3';
  const found = await inScope.read((rows) => rows.select(Seal, tail, [stream, before, size + 1]), 'public');
  return pageOf(found, size);
}
