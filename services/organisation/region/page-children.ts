// A page of the regions that one manages directly, out of what one statement loaded for all of them.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Region } from './region.entity';

export function pageChildren(children: readonly Region[], args: PageArgs): Page<Region> {
  const [after = ''] = keysOf(args.after, 1) ?? [];
  return pageOf(
    children.filter(({ path }) => path > after),
    pageSize(args.first),
  );
}
