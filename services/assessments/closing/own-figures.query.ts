// Figures that assessments itself holds (本子图取数): one statement an indicator, for all regions or units of a quarter.

import { heldThrough } from '../task/held.query';

/** $1 ids, $2 quarter, $3 the day after its last, $4 and $5 the caller's range. */
const asked = `unnest((select $1::uuid[])) as k(id)`;
const hashOf = (row: string) =>
  `encode(sha256(convert_to(coalesce(string_agg(${row}, ',' order by t.id) filter (where t.id is not null), ''), 'UTF8')), 'hex')`;
const figures = (numerator: string, denominator: string, row: string) =>
  `select k.id, coalesce(${numerator}, 0)::text as numerator, coalesce(${denominator}, 0)::text as denominator, count(t.id)::int as rows, ${hashOf(row)} as "rowsHash"`;

/** A task that was confirmed complete in an earlier quarter owes nothing any more. */
const held = heldThrough('$3::date');
const owing = `t.year = left($2, 4)::int and ${held} and not exists (select 1 from assessments.progress e
  where e.task_id = t.id and e.outcome = 'confirmed' and e.percent = 100 and e.quarter < $2)`;
const confirmedIn = `left join lateral (select coalesce(bool_or(p.outcome = 'confirmed'), false) as confirmed
  from assessments.progress p where p.task_id = t.id and p.quarter = $2) r on true`;
const reachedBy = `left join lateral (select coalesce(max(p.percent) filter (where p.outcome = 'confirmed'), 0) as percent
  from assessments.progress p where p.task_id = t.id and p.quarter <= $2) r on true`;
const inScope = `s.path >= $4 and s.path < $5 and $3::date is not null`;
const ofRegion = `join assessments.scope s on s.region_id = k.id left join assessments.task t on t.unit_id is null and t.year = left($2, 4)::int and ${held} and t.region_id = k.id`;
const ofUnit = `left join assessments.task t on t.unit_id = k.id and t.path >= $4 and t.path < $5 and ${held}`;
const isOverdue = `t.deadline < $3::date and r.percent < 100`;

/** Of the region and all below it. */
const TASK_CONFIRMATION = `${figures('count(t.id) filter (where r.confirmed)', 'count(t.id)', `t.id || ':' || r.confirmed`)}
  from ${asked} join assessments.scope s on s.region_id = k.id
  left join assessments.task t on t.unit_id is null and t.path >= s.path and t.path < (left(s.path, -1) || '0') collate "C" and ${owing}
  ${confirmedIn} where ${inScope} group by k.id`;

/** Weight times percent confirmed, of the region's own tasks. */
const TASK_PROGRESS = `${figures('sum(t.weight * r.percent)', 'sum(t.weight * 100)', `t.id || ':' || r.percent`)}
  from ${asked} ${ofRegion} ${reachedBy} where ${inScope} group by k.id`;

const TASK_OVERDUE = `${figures(`count(t.id) filter (where ${isOverdue})`, 'count(t.id)', `t.id || ':' || (${isOverdue})`)}
  from ${asked} ${ofRegion} ${reachedBy} where ${inScope} group by k.id`;

const UNIT_TASK_CONFIRMATION = `${figures('sum(t.weight) filter (where r.confirmed)', 'sum(t.weight)', `t.id || ':' || r.confirmed`)}
  from ${asked} ${ofUnit} and ${owing} ${confirmedIn} group by k.id`;

const UNIT_TASK_OVERDUE = `${figures(`count(t.id) filter (where ${isOverdue})`, 'count(t.id)', `t.id || ':' || (${isOverdue})`)}
  from ${asked} ${ofUnit} and t.year = left($2, 4)::int ${reachedBy} group by k.id`;

const within = `t.path >= s.path and t.path < (left(s.path, -1) || '0') collate "C"`;
const since = `($3::date - interval '3 months')::date`;
const inQuarter = (day: string) => `${day} >= ${since} and ${day} < $3::date`;
const stillOpen = `(t.state <> 'closed' or t.closed_at >= $3::date::timestamp at time zone 'Asia/Shanghai')`;

/** Weight of what was found before the quarter's end and was open then, of all that was open in it; a finding that came back weighs more. */
const FINDING_OPEN_WEIGHT = `${figures(`sum(t.weight) filter (where ${stillOpen})`, 'sum(t.weight)', `t.id || ':' || t.weight || ':' || ${stillOpen}`)}
  from ${asked} join assessments.scope s on s.region_id = k.id
  left join assessments.finding t on ${within} and t.released_at is not null and t.found_on < $3::date
    and (${stillOpen} or t.closed_at >= ${since}::timestamp at time zone 'Asia/Shanghai')
  where ${inScope} and $2::text is not null group by k.id`;

/** A public report is verified (查实) in the quarter in which the first finding was made of it; of all filed or verified in that quarter. */
const VERIFIED_COMPLAINT = `${figures(`count(t.id) filter (where ${inQuarter('v.on_day')})`, 'count(t.id)', `t.id || ':' || coalesce(v.on_day::text, '')`)}
  from ${asked} join assessments.scope s on s.region_id = k.id
  left join (select r.id, r.path, (r.filed_at at time zone 'Asia/Shanghai')::date as filed_on from assessments.public_report r) t on ${within}
    and (${inQuarter('t.filed_on')} or exists (select 1 from assessments.finding f where f.report_id = t.id and ${inQuarter('f.found_on')}))
  left join lateral (select min(f.found_on) as on_day from assessments.finding f where f.report_id = t.id) v on true
  where ${inScope} and $2::text is not null group by k.id`;

export const ownFigures: Readonly<Record<string, string>> = {
  'finding-open-weight': FINDING_OPEN_WEIGHT,
  'verified-complaint': VERIFIED_COMPLAINT,
  'task-confirmation': TASK_CONFIRMATION,
  'task-progress': TASK_PROGRESS,
  'task-overdue': TASK_OVERDUE,
  'unit-task-confirmation': UNIT_TASK_CONFIRMATION,
  'unit-task-overdue': UNIT_TASK_OVERDUE,
};
