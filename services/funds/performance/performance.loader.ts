// Reviews of performance by id and by project, batched.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { PerformanceReview } from './performance-review.entity';

export const performanceReviewById = defineLoader<PerformanceReview | null>(
  'performance review by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PerformanceReview, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const reviewsOfProject = defineLoader<PerformanceReview[]>(
  'performance reviews of project',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(PerformanceReview, 'where t.project_id = any ($1::uuid[]) order by t.year, t.id', [ids]),
      ({ projectId }) => projectId,
    ),
);

export const evidenceOfPerformance = evidenceLoader('funds', 'performance-review');
