// Annual reviews by year and unit, and the addenda of each, oldest first.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { AnnualAddendum } from './annual-addendum.entity';
import { AnnualReview } from './annual-review.entity';

/** The best first; the units are at most a few dozen. */
export function annualReviewsOf({ inScope }: Context, year: number): Promise<AnnualReview[]> {
  return inScope.read(({ manager }) =>
    manager
      .createQueryBuilder(AnnualReview, 'r')
      .where('r.year = :year', { year })
      .orderBy('r.score::numeric', 'DESC', 'NULLS LAST')
      .addOrderBy('r.unitId')
      .getMany(),
  );
}

export const reviewsOfUnit = defineLoader<AnnualReview[]>(
  'annual reviews of unit',
  () => [],
  async ({ manager }, ids) =>
    groupBy(await manager.findBy(AnnualReview, { unitId: Any([...ids]) }), ({ unitId }) => unitId),
);

export const addendaOfReview = defineLoader<AnnualAddendum[]>(
  'addenda of annual review',
  () => [],
  async ({ manager }, ids) =>
    groupBy(
      await manager.find(AnnualAddendum, {
        where: { reviewId: Any([...ids]) },
        order: { writtenAt: 'ASC', id: 'ASC' },
      }),
      ({ reviewId }) => reviewId,
    ),
);
