// Counts findings of a region with everything below it, and of a lead unit; one statement for all that a request asks about.
import { TODAY } from '#platform/database/today';
import { defineLoader } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isWithin } from '#platform/vocabulary/region';
import { FindingSummary } from './finding-summary.entity';

/** `2018Q1 <id>` for those found in a quarter, `all <id>` for all. */
export type FindingKey = `${string} ${string}`;

interface SummaryRow {
  id: string;
  path: string;
  quarter: string;
}

const open = `f.state <> 'closed'`;
const counts = `count(f.id)::int as found, count(f.id) filter (where ${open})::int as open,
  count(f.id) filter (where ${open} and f.due_on < ${TODAY})::int as overdue,
  count(f.id) filter (where f.state = 'closed')::int as closed, coalesce(sum(f.relapses), 0)::int as relapses,
  coalesce(sum(f.weight), 0)::int as weight, coalesce(sum(f.weight) filter (where ${open}), 0)::int as "openWeight"`;
const asked = 'unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) as k (id, quarter, since, until)';
const inTime = '(k.since is null or (f.found_on >= k.since and f.found_on < k.until))';

const ofRegions = `select k.id, s.path, k.quarter, ${counts} from ${asked} join assessments.scope s on s.region_id = k.id
  left join assessments.finding f on f.path >= s.path and f.path < (left(s.path, -1) || '0') collate "C" and ${inTime} group by k.id, s.path, k.quarter`;
const ofUnits = `select k.id, '' as path, k.quarter, ${counts} from ${asked} left join assessments.finding f on f.lead_unit = k.id and ${inTime} group by k.id, k.quarter`;

/** Null where the region is not wholly inside the caller's range: a count is never shown in part. */
export const findingSummaryOfRegion = defineLoader<FindingSummary | null, FindingKey>(
  'finding summary of region',
  () => null,
  async (rows, keys, { inScope }) => {
    const range = await inScope.range();
    const found = await rows.query<SummaryRow>(ofRegions, parametersOf(keys));
    return summaries(found.filter(({ path }) => isWithin(path, range)));
  },
);

/** Asked only after it is known that the caller sees all of the unit's findings. */
export const findingSummaryOfUnit = defineLoader<FindingSummary | null, FindingKey>(
  'finding summary of unit',
  () => null,
  async (rows, keys) => summaries(await rows.query<SummaryRow>(ofUnits, parametersOf(keys))),
);

function parametersOf(keys: readonly FindingKey[]): unknown[] {
  const told = keys.map((key) => key.split(' ') as [string, string]);
  const periods = told.map(([quarter]) => (quarter === 'all' ? null : parseQuarter(quarter)));
  return [
    told.map(([, id]) => id),
    told.map(([quarter]) => quarter),
    periods.map((period) => period?.from ?? null),
    periods.map((period) => period?.until ?? null),
  ];
}

function summaries(rows: readonly SummaryRow[]): Map<string, FindingSummary> {
  return new Map(
    rows.map(({ id, path: _, quarter, ...counted }) => [
      `${quarter} ${id}`,
      Object.assign(new FindingSummary(), counted),
    ]),
  );
}
