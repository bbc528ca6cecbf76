// Whether a caller reaches the sums of a unit: its tasks hang on the city.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { isWithin } from '#platform/vocabulary/region';

/** Tasks of units hang on the city: who reads their sums reaches the whole city, or is of that unit. */
export async function reachesUnit(context: Context, unitId: string): Promise<boolean> {
  const { caller, inScope } = context;
  if (caller.scope === 'unit') return caller.unitId === unitId || isHeir(context, unitId);
  const range = await inScope.range();
  const cities = await inScope.read(({ query }) =>
    query<{ path: string }>(`select path from assessments.scope where kind = 'city'`),
  );
  return cities.length > 0 && cities.every(({ path }) => isWithin(path, range));
}

/** Whoever succeeds a unit reads what is left of it. */
async function isHeir({ caller, inScope }: Context, unitId: string): Promise<boolean> {
  if (!isId(unitId)) return false;
  const found = await inScope.read(({ query }) =>
    query('select 1 from assessments.unit_heir where unit_id = $1 and heir_id = $2', [unitId, caller.unitId]),
  );
  return found.length > 0;
}
