// Lists the states of a year (年度状态清单), the one that holds of each household, along the index of the households' places.
import { cursorOf, foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import { HouseholdState } from './household-state.entity';

/** $1 and $2 the range, $3 the year, $4 and $5 the last row seen, $6 rows. */
const STATES = `select h.id as "householdId", h.region_id as "regionId", h.path, s.year, s.ordinal, s.state, s.document_number as "documentNumber",
    s.decided_by as "decidedBy", s.decided_at as "decidedAt"
  from households.household h
  cross join lateral (select * from households.household_state o where o.household_id = h.id and o.year = $3 order by o.ordinal desc limit 1) s
  where h.path >= $1 collate "C" and h.path < $2 collate "C" and ($4::text is null or (h.path, h.id) > ($4 collate "C", $5::uuid))
  order by h.path, h.id limit $6`;

export async function listStates(
  context: Pick<Context, 'caller' | 'inScope'>,
  regionId: string | null,
  year: number,
  args: PageArgs,
): Promise<Page<HouseholdState>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const range = await listedRange(context, regionId);
  if (!range) return pageOf<HouseholdState>([], size);
  const asked = [range.lo, range.hi, year, path, id, size + 1];
  return pageOf(await context.inScope.read(({ query }) => query(STATES, asked, HouseholdState)), size);
}

export const stateCursor = ({ path, householdId }: HouseholdState): string => cursorOf(path, householdId);
