// Reach (可及范围): whether the whole of what a sum counts lies inside the caller's scope.
import type { Context } from '#platform/graph/context';
import { isWithin } from '#platform/vocabulary/region';

/** The path of a region that lies inside the caller's range; null for one that is absent or hidden, which is the same. */
export async function pathWithin({ inScope }: Context, regionId: string): Promise<string | null> {
  const range = await inScope.range();
  const [found] = await inScope.read(({ query }) =>
    query<{ path: string }>('select path from assessments.scope where region_id = $1', [regionId]),
  );
  return found && isWithin(found.path, range) ? found.path : null;
}

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
