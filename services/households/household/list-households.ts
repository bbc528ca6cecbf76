// Lists households in scope, a page at a time, and counts them when asked.
import { foreignCursor, keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { columnsFor, type NarrowView } from '#platform/graph/narrow-view';
import { isId } from '#platform/vocabulary/id';
import { type PathRange, subtreeOf } from '#platform/vocabulary/region';
import { Household } from './household.entity';
import type { HouseholdsArgs, HouseholdsFilter } from './household.input';
import { placeOfRegion } from './household.loader';
import {
  type HouseholdFilter,
  type HouseholdOrder,
  householdsCount,
  householdsPage,
  narrowColumns,
} from './household.query';

const narrowHousehold: NarrowView = {
  type: 'Household',
  fields: ['id', 'number', 'type', 'mainCause', 'registeredOn', 'state', 'region', 'members', 'helper', 'lastVisit'],
  columns: [narrowColumns],
};

export async function listHouseholds(context: Context, args: HouseholdsArgs): Promise<Page<Household>> {
  const size = pageSize(args.first);
  const order: HouseholdOrder = args.sort ?? 'number';
  const after = keysOf(args.after, 2);
  if (order === 'region' && after && !isId(after[1] ?? '')) throw foreignCursor();
  const filter = await filterOf(context, args.filter);
  if (!filter) return { items: [], hasNextPage: false };
  const [columns] = columnsFor(context, narrowHousehold) ?? [];
  const { sql, parameters } = householdsPage(filter, order, after, size, columns);
  return pageOf(await context.inScope.read((rows) => rows.query(sql, parameters, Household)), size);
}

export async function countHouseholds(context: Context, given: HouseholdsFilter | null | undefined): Promise<number> {
  const filter = await filterOf(context, given);
  if (!filter) return 0;
  const { sql, parameters } = householdsCount(filter);
  const [row] = await context.inScope.read((rows) => rows.query<{ count: number }>(sql, parameters));
  return row?.count ?? 0;
}

/** null when nothing can fit: a region that there is not, or that lies beside the caller's own. */
export async function filterOf(
  context: Context,
  given: HouseholdsFilter | null | undefined,
): Promise<HouseholdFilter | null> {
  const { regionId, helperId, ...rest } = given ?? {};
  if (helperId && !isId(helperId)) return null;
  const { scope } = context.caller;
  const own = scope === 'region' || scope === 'unit' ? await context.inScope.range() : null;
  if (!regionId) return { ...rest, helperId, range: own };
  const place = await placeOfRegion.load(context, regionId);
  const range = place && overlap(subtreeOf(place.path), own);
  return range ? { ...rest, helperId, range } : null;
}

function overlap(asked: PathRange, own: PathRange | null): PathRange | null {
  if (!own) return asked;
  const lo = asked.lo > own.lo ? asked.lo : own.lo;
  const hi = asked.hi < own.hi ? asked.hi : own.hi;
  return lo < hi ? { lo, hi } : null;
}
