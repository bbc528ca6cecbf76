// Findings by id, their steps, those of a unit in hand, and today by the database's clock, by which they are overdue.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Finding } from './finding.entity';
import { FindingStep } from './finding-step.entity';

export const findingById = defineLoader<Finding | null>(
  'finding by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Finding, 'where t.id = any ($1)', [ids]), ({ id }) => id),
);

export const stepsOfFinding = defineLoader<FindingStep[]>(
  'steps of finding',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(FindingStep, 'where t.finding_id = any ($1) order by t.taken_at, t.id', [ids]),
      ({ findingId }) => findingId,
    ),
);

/** Findings of an inspection, and of a public report, which the caller may see. */
export const findingsOfReport = defineLoader<Finding[]>(
  'findings of report',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Finding, 'where t.report_id = any ($1) order by t.id', [ids]),
      ({ reportId }) => reportId ?? '',
    ),
);

export const evidenceOfFinding = evidenceLoader('assessments', 'finding');
export const evidenceOfRectification = evidenceLoader('assessments', 'rectification');
