// Lists the members of today and the pairings of a range (成员、结对清单), household by household in the order of places.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { Member } from '../member/member.entity';
import { Pairing } from '../pairing/pairing.entity';

type Asker = Pick<Context, 'caller' | 'inScope'>;

export const listMembers = (asker: Asker, regionId: string | null, args: PageArgs): Promise<Page<Member>> =>
  listPlaced(asker, Member, 't.left_on is null', regionId, args);

export const listPairings = (asker: Asker, regionId: string | null, args: PageArgs): Promise<Page<Pairing>> =>
  listPlaced(asker, Pairing, 'true', regionId, args);

async function listPlaced<Row extends object>(
  asker: Asker,
  entity: new () => Row,
  also: string,
  regionId: string | null,
  args: PageArgs,
): Promise<Page<Row>> {
  const size = pageSize(args.first);
  const [path = null, household = null, id = null] = keysOf(args.after, 3) ?? [];
  if (id !== null && !(isId(id) && isId(household ?? ''))) throw foreignCursor();
  const range = await rangeOf(asker, regionId);
  if (!range) return pageOf<Row>([], size);
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ${also}
    and ($3::text is null or (t.path, t.household_id, t.id) > ($3 collate "C", $4::uuid, $5::uuid)) order by t.path, t.household_id, t.id limit $6`;
  const asked = [range.lo, range.hi, path, household, id, size + 1];
  return pageOf(await asker.inScope.read((rows) => rows.select(entity, tail, asked)), size);
}

/** null for a region beside the own; of a helper row-level security is the filter. */
async function rangeOf({ caller, inScope }: Asker, regionId: string | null): Promise<PathRange | null> {
  if (caller.scope !== 'region' && caller.scope !== 'unit') return regionId ? null : { lo: '', hi: '~' };
  if (!regionId) return inScope.range();
  const path = await inScope.pathWithin(regionId);
  return path === null ? null : subtreeOf(path);
}
