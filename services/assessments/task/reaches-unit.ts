// Whether a caller reaches the sums of a unit: its tasks hang on the city.
import type { Context } from '#platform/graph/context';
import { isWithin } from '#platform/vocabulary/region';

/** Tasks of units hang on the city: who reads their sums reaches the whole city, or is of that unit. */
export async function reachesUnit(context: Context, unitId: string): Promise<boolean> {
  const { caller, inScope } = context;
  if (caller.scope === 'unit') return caller.unitId === unitId;
  const range = await inScope.range();
  const cities = await inScope.read(({ query }) =>
    query<{ path: string }>(`select path from assessments.scope where kind = 'city'`),
  );
  return cities.length > 0 && cities.every(({ path }) => isWithin(path, range));
}
