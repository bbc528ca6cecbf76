// Sums of the comparison of a region, and its differences page by page.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { regionRange } from '../region-summary/region-range.query';
import { comparisonOfRegion, differencesOfRegion } from './dibao-comparison.query';
import { DibaoComparison, DibaoDifference } from './dibao-list.entity';

type Told<T> = Omit<T, 'monthly'> & { monthly: string | null };

export async function comparisonOf(context: Context, regionId: string): Promise<DibaoComparison> {
  const { lo, hi } = await regionRange(context, regionId);
  const [row] = await context.inScope.read(({ query }) => query<Told<DibaoComparison>>(comparisonOfRegion, [lo, hi]));
  return Object.assign(new DibaoComparison(), row, { monthly: BigInt(row?.monthly ?? 0) });
}

/** All kinds where none is named: no row is of two. */
export async function listDifferences(
  context: Context,
  regionId: string,
  kind: string | null,
  args: PageArgs,
): Promise<Page<DibaoDifference>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const { lo, hi } = await regionRange(context, regionId);
  const asked = [lo, hi, kind, path, id, size + 1];
  const rows = await context.inScope.read(({ query }) => query<Told<DibaoDifference>>(differencesOfRegion, asked));
  const shown = rows.map((row) =>
    Object.assign(new DibaoDifference(), row, { monthly: row.monthly === null ? null : BigInt(row.monthly) }),
  );
  return pageOf(shown, size);
}
