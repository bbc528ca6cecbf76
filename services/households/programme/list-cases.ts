// Lists cases of programmes (专项事项列表) in scope, a page at a time.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { ProgrammeCase } from './programme-case.entity';
import type { ProgrammeCasesArgs } from './programme-case.input';

/** In the order of places; a region beside the caller's own has no rows, like one that there is not. */
export async function listCases(context: Context, args: ProgrammeCasesArgs): Promise<Page<ProgrammeCase>> {
  const size = pageSize(args.first);
  const [afterPath = null, afterId = null] = keysOf(args.after, 2) ?? [];
  if (afterId !== null && !isId(afterId)) throw foreignCursor();
  const { inScope, caller } = context;
  const regional = caller.scope === 'region';
  const path = args.regionId && regional ? await inScope.pathWithin(args.regionId) : null;
  if (args.regionId && path === null) return { items: [], hasNextPage: false };
  const { lo, hi } = path ? subtreeOf(path) : regional ? await inScope.range() : { lo: '', hi: '~' };
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or t.programme = $3) and ($4::text is null or t.state = $4)
    and ($5::text is null or (t.path, t.id) > ($5 collate "C", $6::uuid)) order by t.path, t.id limit $7`;
  const asked = [lo, hi, args.programme ?? null, args.state ?? null, afterPath, afterId, size + 1];
  return pageOf(await inScope.read(({ select }) => select(ProgrammeCase, tail, asked)), size);
}
