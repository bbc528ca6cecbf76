// Lists area programmes (山区开发方案列表) that reach into the own range, a page at a time.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { AreaProgramme } from './area-programme.entity';

export async function listAreaProgrammes({ inScope }: Context, args: PageArgs): Promise<Page<AreaProgramme>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const tail = `where ($1::text is null or (t.path, t.id) > ($1 collate "C", $2::uuid)) order by t.path, t.id limit $3`;
  return pageOf(await inScope.read(({ select }) => select(AreaProgramme, tail, [path, id, size + 1])), size);
}
