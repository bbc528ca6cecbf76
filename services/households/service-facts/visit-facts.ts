// Answers visits owed and done of many regions in one quarter to the assessments service, within the caller's scope.
import type { Context } from '#platform/graph/context';
import { invalidInput } from '#platform/vocabulary/refusal';
import { regionRange } from '../region-summary/region-range.query';
import { visitFactsOf, visitRowsOf } from '../region-summary/region-summary.loader';
import type { VisitFact } from './visit-fact.entity';

const MOST = 2000;

export async function visitFacts(
  context: Context,
  regionIds: readonly string[],
  quarter: string,
): Promise<VisitFact[]> {
  if (regionIds.length > MOST)
    throw invalidInput('regionIds', `一次至多 ${MOST} 个地区`, `at most ${MOST} regions at once`);
  const ranges = await Promise.all(regionIds.map((regionId) => regionRange(context, regionId)));
  const [facts, counted] = await Promise.all([
    context.inScope.read((rows) => visitFactsOf(context, rows, ranges, quarter)),
    context.inScope.read((rows) => visitRowsOf(rows, ranges, quarter)),
  ]);
  const rowsOf = new Map(counted.map((each) => [each.regionId, each]));
  return facts.map((fact) => ({ rows: 0, rowsHash: '', ...rowsOf.get(fact.regionId), ...fact }));
}
