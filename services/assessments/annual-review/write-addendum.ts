// Writes and signs an addendum (起草、签署补充说明) to an acknowledged annual review, which itself never changes.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { AnnualAddendum } from './annual-addendum.entity';
import { annualRefusals } from './annual-refusals.rules';
import { AnnualReview } from './annual-review.entity';
import { checkAddendum, checkSignature } from './annual-review.rules';

export async function writeAddendum(
  { caller, inScope }: Context,
  reviewId: string,
  correctedScore: string,
  reason: string,
): Promise<AnnualAddendum> {
  const notFound = () => commonRefusals.notFound({ what: '年度考核 annual review' });
  const { personId } = caller;
  if (!isId(reviewId) || personId === null) throw notFound();
  if (!reason.trim()) throw invalidInput('reason', '须说明理由', 'say why');
  refusePersonalNumbers('reason', reason);
  return inScope.write({ action: 'writeAnnualAddendum', target: reviewId }, async (rows) => {
    const review = await rows.manager.findOneBy(AnnualReview, { id: reviewId });
    if (!review) throw notFound();
    checkAddendum(review, correctedScore);
    const { regionId, path } = review;
    const addendum = Object.assign(new AnnualAddendum(), {
      id: newId(),
      reviewId,
      regionId,
      path,
      reason,
      correctedScore,
      writtenBy: personId,
      writtenAt: await rows.now(),
      signedBy: null,
      signedAt: null,
    });
    await rows.manager.insert(AnnualAddendum, addendum);
    return addendum;
  });
}

export async function signAddendum({ caller, inScope }: Context, id: string): Promise<AnnualAddendum> {
  const notFound = () => commonRefusals.notFound({ what: '补充说明 addendum' });
  const { personId, principalId, standsFor } = caller;
  if (!isId(id) || personId === null) throw notFound();
  try {
    return await inScope.write({ action: 'signAnnualAddendum', target: id }, async (rows) => {
      const addendum = await rows.manager.findOneBy(AnnualAddendum, { id });
      if (!addendum) throw notFound();
      checkSignature(addendum, { personId, principalId, standsFor });
      const signature = { signedBy: personId, signedAt: await rows.now() };
      await rows.manager.update(AnnualAddendum, { id }, signature);
      return Object.assign(addendum, signature);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'annual_addendum_four_eyes') throw annualRefusals.reviewFourEyes();
    if (constraint === 'assessments_annual_addendum_decided_once') throw annualRefusals.addendumSigned();
    throw error;
  }
}
