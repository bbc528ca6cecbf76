// Lists projects (项目列表) in the order of places, a page at a time: those of the own range, or those that the own unit appraises.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { Project } from './project.entity';
import type { ProjectsArgs } from './project.input';

/** Of a region that is hidden the list is as empty as of one that is not there. */
export async function listProjects({ inScope }: Context<never>, args: ProjectsArgs): Promise<Page<Project>> {
  const size = pageSize(args.first);
  const [afterPath = null, afterId = null] = keysOf(args.after, 2) ?? [];
  if (afterId !== null && !isId(afterId)) throw foreignCursor();
  const path = args.regionId ? (isId(args.regionId) ? await inScope.pathWithin(args.regionId) : null) : undefined;
  if (path === null) return { items: [], hasNextPage: false };
  const { lo, hi } = path === undefined ? await inScope.range() : subtreeOf(path);
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or t.state = $3) and ($4::text is null or t.type = $4)
    and ($5::int is null or t.plan_year = $5) and ($6::text is null or (t.path, t.id) > ($6 collate "C", $7::uuid)) order by t.path, t.id limit $8`;
  const { state = null, type = null, planYear = null } = args;
  const asked = [lo, hi, state, type, planYear, afterPath, afterId, size + 1];
  return pageOf(await inScope.read(({ select }) => select(Project, tail, asked)), size);
}
