// Counts tasks of a quarter: of a region with everything below it, and of a unit; one statement for all that a request asks about.

import { defineLoader } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isWithin } from '#platform/vocabulary/region';
import { heldThrough } from './held.query';
import { TaskSummary } from './task-summary.entity';

/** `2018Q1 <id>` */
export type SummaryKey = `${string} ${string}`;

interface SummaryRow {
  id: string;
  path: string;
  quarter: string;
  tasks: number;
  reported: number;
  confirmed: number;
  overdue: number;
}

const counts = `count(t.id)::int as tasks, count(*) filter (where r.reported)::int as reported, count(*) filter (where r.confirmed)::int as confirmed,
  count(t.id) filter (where t.deadline < k.until and r.complete is not true)::int as overdue`;
const asked = `unnest($1::uuid[], $2::text[], $3::date[]) as k (id, quarter, until)`;
/** A task that was confirmed complete in an earlier quarter owes nothing any more, one that a resolution gives nothing before it. */
const owing = `t.year = left(k.quarter, 4)::int and (t.begins_on is null or t.begins_on < k.until) and ${heldThrough('k.until')} and not exists (select 1 from assessments.progress e
  where e.task_id = t.id and e.outcome = 'confirmed' and e.percent = 100 and e.quarter < k.quarter)`;
const reports = `left join lateral (select bool_or(p.outcome is distinct from 'returned') as reported, bool_or(p.outcome = 'confirmed') as confirmed,
  bool_or(p.outcome = 'confirmed' and p.percent = 100) as complete from assessments.progress p where p.task_id = t.id and p.quarter = k.quarter) r on true`;

const ofRegions = `select k.id, s.path, k.quarter, ${counts} from ${asked} join assessments.scope s on s.region_id = k.id
  left join assessments.task t on t.unit_id is null and t.path >= s.path and t.path < (left(s.path, -1) || '0') collate "C" and ${owing}
  ${reports} group by k.id, s.path, k.quarter`;
const ofUnits = `select k.id, '' as path, k.quarter, ${counts} from ${asked} left join assessments.task t on t.unit_id = k.id and ${owing}
  ${reports} group by k.id, k.quarter`;

/** Null where the region is not wholly inside the caller's range: a count is never shown in part. */
export const taskSummaryOfRegion = defineLoader<TaskSummary | null, SummaryKey>(
  'task summary of region',
  () => null,
  async (rows, keys, { inScope }) => {
    const range = await inScope.range();
    const found = await rows.query<SummaryRow>(ofRegions, parametersOf(keys));
    return summaries(found.filter((row) => isWithin(row.path, range)));
  },
);

/** Asked only after it is known that the caller sees all of the unit's tasks. */
export const taskSummaryOfUnit = defineLoader<TaskSummary | null, SummaryKey>(
  'task summary of unit',
  () => null,
  async (rows, keys) => summaries(await rows.query<SummaryRow>(ofUnits, parametersOf(keys))),
);

function parametersOf(keys: readonly SummaryKey[]): unknown[] {
  const asked = keys.map((key) => key.split(' ') as [string, string]);
  return [
    asked.map(([, id]) => id),
    asked.map(([quarter]) => quarter),
    asked.map(([quarter]) => parseQuarter(quarter).until),
  ];
}

function summaries(rows: readonly SummaryRow[]): Map<string, TaskSummary> {
  return new Map(
    rows.map(({ id, path: _, ...counted }) => [`${counted.quarter} ${id}`, Object.assign(new TaskSummary(), counted)]),
  );
}
