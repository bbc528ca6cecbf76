// Lists what monitoring says of regions in a quarter (各地区监测): discharges that were judged, those that kept all rules, and a hash of them.
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { rangesOf, regionKey } from '../region-day/region-ranges.query';
import type { MonitoringFacts } from './monitoring-facts.entity';
import { FACTS_OF_RANGES, type FactRow } from './violation.query';

export async function listMonitoringFacts(
  context: Context,
  regionIds: readonly string[],
  quarter: string,
): Promise<MonitoringFacts[]> {
  const { from, until } = parseQuarter(quarter);
  const asked = await rangesOf(
    context,
    regionIds.map((id) => regionKey(id, quarter, null)),
  );
  const rows = await context.inScope.read(({ query }) =>
    query<FactRow>(FACTS_OF_RANGES, [
      asked.map(({ key }) => key),
      asked.map(() => from),
      asked.map(() => until),
      asked.map(({ lo }) => lo),
      asked.map(({ hi }) => hi),
    ]),
  );
  const found = new Map(rows.map((row) => [row.key, row]));
  return asked.map(({ key }) => ({
    regionId: key.split(' ')[0] ?? '',
    checked: found.get(key)?.checked ?? 0,
    kept: found.get(key)?.kept ?? 0,
    rowsHash: found.get(key)?.rowsHash ?? '',
  }));
}
