// Lists determinations in scope (认定列表), in the order of places, a page at a time; and the objections that wait there.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { Determination } from './determination.entity';
import type { DeterminationsArgs } from './determination.input';

export async function listDeterminations(context: Context, args: DeterminationsArgs): Promise<Page<Determination>> {
  const { caller, inScope } = context;
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const within = args.regionId ? await inScope.pathWithin(args.regionId) : null;
  if (args.regionId && within === null) return pageOf<Determination>([], size);
  // Of a helper row-level security is the filter: the households paired now.
  const own = caller.scope === 'paired' ? { lo: '', hi: '~' } : await inScope.range();
  const { lo, hi } = within === null ? own : subtreeOf(within);
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or t.kind = $3) and ($4::text is null or t.status = $4)
    and ($5::text is null or (t.path, t.id) > ($5 collate "C", $6::uuid)) order by t.path, t.id limit $7`;
  const asked = [lo, hi, args.kind ?? null, args.status ?? null, path, id, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Determination, tail, asked)), size);
}
