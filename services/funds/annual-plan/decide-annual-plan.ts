// Approves or withdraws an annual plan (批准、撤回年度计划): approved by another person than drafted it, once its posting has run its days.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import { AnnualPlan } from './annual-plan.entity';
import { annualPlanRefusals as refusals } from './annual-plan-refusals.rules';

const refusalOf: Readonly<Record<string, RefusalMaker>> = {
  annual_plan_four_eyes: refusals.annualPlanFourEyes,
  annual_plan_posted: refusals.annualPlanNotPosted,
};

/** With a reason it is withdrawn, without one approved. */
export async function decideAnnualPlan(
  { caller, inScope }: Context,
  id: string,
  reason: string | null,
): Promise<string> {
  const what = '年度计划 annual plan';
  checkId(id, what);
  const personId = caller.personId ?? '';
  const deed = { action: reason === null ? 'approveAnnualPlan' : 'withdrawAnnualPlan', target: id };
  await inScope
    .write(deed, async (rows) => {
      const [found] = await rows.select(AnnualPlan, 'where t.id = $1 for update', [id]);
      if (!found) throw commonRefusals.notFound({ what });
      if (found.decidedAt) throw refusals.annualPlanDecided();
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      if (reason === null && !mayCheck(checker, { personId: found.draftedBy, principalId: null }))
        throw refusals.annualPlanFourEyes();
      const decision = reason === null ? { approvedBy: personId } : { withdrawnBy: personId, reason };
      await rows.manager.update(AnnualPlan, { id }, { ...decision, decidedAt: await rows.now() });
    })
    .catch((error: unknown) => {
      throw refusalOf[brokenConstraint(error) ?? '']?.() ?? error;
    });
  return id;
}
