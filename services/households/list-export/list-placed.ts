// Lists rows of one table in a range (按地区次序的清单), place by place and household by household, at constant cost however deep the page lies.
import { cursorOf, foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listedRange } from '../region-summary/region-range.query';
import type { ListAsked } from './exportable-list.rules';

interface Placed {
  path: string;
  householdId?: string | null;
}

interface PlacedQuery {
  /** beside the range; what it asks stands in $6 and after */
  where: string;
  asked: readonly unknown[];
}

/** Columns of a row behind its path: what makes it the only one there, in this order. */
type Keys = readonly ('household_id' | 'id')[];

/** null for a region beside the own has no rows; of a helper row-level security is the filter. */
export async function listPlaced<Row extends Placed>(
  context: Pick<Context, 'caller' | 'inScope'>,
  entity: new () => Row,
  keys: Keys,
  regionId: string | null,
  args: PageArgs,
  { where, asked }: PlacedQuery,
): Promise<Page<Row>> {
  const size = pageSize(args.first);
  const [path = null, ...ids] = keysOf(args.after, keys.length + 1) ?? [];
  if (path !== null && !ids.every(isId)) throw foreignCursor();
  const range = await listedRange(context, regionId);
  if (!range) return pageOf<Row>([], size);
  const order = ['path', ...keys].map((key) => `t.${key}`).join(', ');
  const after = ['$3 collate "C"', ...keys.map((_, at) => `($4::uuid[])[${at + 1}]`)].join(', ');
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ${where}
    and ($3::text is null or (${order}) > (${after})) order by ${order} limit $5`;
  const values = [range.lo, range.hi, path, ids, size + 1, ...asked];
  return pageOf(await context.inScope.read((rows) => rows.select(entity, tail, values)), size);
}

type Asked = Pick<ListAsked, 'regionId' | 'year'>;

/** How the pages of such a list are read, and where the next one begins. */
function pagesBy<Row extends Placed>(
  keys: Keys,
  entity: new () => Row,
  where: string,
  keysOfRow: (row: Row) => string[],
) {
  return {
    page: (context: Pick<Context, 'caller' | 'inScope'>, { regionId, year }: Asked, args: PageArgs) =>
      listPlaced(context, entity, keys, regionId, args, { where, asked: where.includes('$6') ? [year] : [] }),
    cursor: (row: Row) => cursorOf(row.path, ...keysOfRow(row)),
  };
}

/** `where` may ask for the year by $6. */
export const placedPages = <Row extends Placed & { id: string }>(entity: new () => Row, where = 'true') =>
  pagesBy(['id'], entity, where, ({ id }) => [id]);

/** Of rows that stand together by their household. */
export const householdPages = <Row extends Placed & { id: string }>(entity: new () => Row, where = 'true') =>
  pagesBy(['household_id', 'id'], entity, where, ({ householdId, id }) => [householdId ?? '', id]);

/** Of rows of which a household has one a year. */
export const yearPages = <Row extends Placed>(entity: new () => Row, where: string) =>
  pagesBy(['household_id'], entity, where, ({ householdId }) => [householdId ?? '']);
