// Lists who is stationed where (派驻名册), in the order of places.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { subtreeOf } from '#platform/vocabulary/region';
import { Stationing } from './stationing.entity';
import type { StationingsArgs } from './stationing.input';

const TAIL = `where t.path >= $1 and t.path < $2 and ($3::text is null or t.role = $3) and ($4::boolean is null or (t.valid_to is null) = $4)
  and ($5::text is null or (t.path, t.id) > ($5, $6::uuid)) order by t.path, t.id limit $7`;

export async function listStationings({ inScope }: Context, args: StationingsArgs): Promise<Page<Stationing>> {
  const size = pageSize(args.first);
  const [path = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !isId(last)) return pageOf<Stationing>([], size);
  const within = args.regionId === undefined || !isId(args.regionId) ? null : await inScope.pathWithin(args.regionId);
  if (args.regionId !== undefined && within === null) return pageOf<Stationing>([], size);
  const { lo, hi } = within === null ? await inScope.range() : subtreeOf(within);
  const asked = [lo, hi, args.role ?? null, args.current ?? null, path, last, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Stationing, TAIL, asked)), size);
}
