// Lists determinations in scope (认定列表), in the order of places, a page at a time; and the objections that wait there.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import { Determination } from './determination.entity';
import type { DeterminationsArgs } from './determination.input';

export async function listDeterminations(context: Context, args: DeterminationsArgs): Promise<Page<Determination>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const range = await listedRange(context, args.regionId);
  if (!range) return pageOf<Determination>([], size);
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or t.kind = $3) and ($4::text is null or t.status = $4)
    and ($5::text is null or (t.path, t.id) > ($5 collate "C", $6::uuid)) order by t.path, t.id limit $7`;
  const asked = [range.lo, range.hi, args.kind ?? null, args.status ?? null, path, id, size + 1];
  return pageOf(await context.inScope.read((rows) => rows.select(Determination, tail, asked)), size);
}
