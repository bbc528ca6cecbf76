// Acknowledges an annual review (确认收悉): the Party organisation department (组织部), which did not compile it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { annualRefusals } from './annual-refusals.rules';
import { AnnualReview } from './annual-review.entity';
import { checkAcknowledgement } from './annual-review.rules';

export async function acknowledgeAnnualReview({ caller, inScope }: Context, id: string): Promise<AnnualReview> {
  const notFound = () => commonRefusals.notFound({ what: '年度考核 annual review' });
  const { personId, principalId, standsFor } = caller;
  if (!isId(id) || personId === null) throw notFound();
  try {
    return await inScope.write({ action: 'acknowledgeAnnualReview', target: id }, async (rows) => {
      const review = await rows.manager.findOneBy(AnnualReview, { id });
      if (!review) throw notFound();
      checkAcknowledgement(review, { personId, principalId, standsFor });
      const acknowledgement = { acknowledgedBy: personId, acknowledgedAt: await rows.now() };
      await rows.manager.update(AnnualReview, { id }, acknowledgement);
      return Object.assign(review, acknowledgement);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'annual_review_four_eyes') throw annualRefusals.reviewFourEyes();
    if (constraint === 'assessments_annual_review_decided_once') throw annualRefusals.acknowledgedAlready();
    throw error;
  }
}
