// Lists of households that go to a successor village, in the order of the villages where they are.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Resettlement } from './resettlement.entity';
import type { ResettlementsArgs } from './resettlement.input';

const TAIL = `where t.path >= $1 and t.path < $2 and ($3::boolean is null or (t.decided_at is null) = $3)
  and ($4::text is null or (t.path, t.id) > ($4, $5::uuid)) order by t.path, t.id limit $6`;

export async function listResettlements({ inScope }: Context, args: ResettlementsArgs): Promise<Page<Resettlement>> {
  const size = pageSize(args.first);
  const [path = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !isId(last)) return pageOf<Resettlement>([], size);
  const { lo, hi } = await inScope.range();
  const asked = [lo, hi, args.awaiting ?? null, path, last, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Resettlement, TAIL, asked)), size);
}
