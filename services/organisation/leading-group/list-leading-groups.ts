// Lists leading groups in the order of the managing tree: the city's, then those of its districts and zones.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { ConnectionArgs } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { LeadingGroup } from './leading-group.entity';

export async function listLeadingGroups({ inScope }: Context, args: ConnectionArgs): Promise<Page<LeadingGroup>> {
  const size = pageSize(args.first);
  const [path = '', last = '00000000-0000-0000-0000-000000000000'] = keysOf(args.after, 2) ?? [];
  const tail = 'where t.ended_on is null and (t.path, t.id::text) > ($1, $2) order by t.path, t.id::text limit $3';
  return inScope.read(async (rows) => pageOf(await rows.select(LeadingGroup, tail, [path, last, size + 1]), size));
}
