// Lists bright points (亮点列表), newest first: verified ones of everywhere, others of the own range or unit.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { BrightPoint } from './bright-point.entity';

export async function listBrightPoints(
  { inScope, caller }: Context,
  verified: boolean,
  page: ConnectionArgs,
  /** of this region and all below it alone */
  regionId: string | null = null,
): Promise<Page<BrightPoint>> {
  const size = pageSize(page.first);
  const [before = null] = keysOf(page.after, 1) ?? [];
  if (before !== null && !isId(before)) return pageOf<BrightPoint>([], size);
  const condition = verified ? `t.outcome = 'verified'` : `t.outcome is distinct from 'verified'`;
  const tail = `where ${condition} and ($1::uuid is null or t.id < $1) and ($3::uuid is null or exists (select 1 from assessments.scope s
    where s.region_id = $3 and t.path >= s.path and t.path < (left(s.path, -1) || '0') collate "C")) order by t.id desc limit $2`;
  const as = verified ? 'public' : caller.scope;
  return pageOf(await inScope.read(({ select }) => select(BrightPoint, tail, [before, size + 1, regionId]), as), size);
}
