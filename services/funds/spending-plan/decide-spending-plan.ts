// Approves, returns or withdraws a spending plan (批准、退回、撤回用款计划): the first two by another person than who submitted it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import { SpendingPlan, SpendingPlanOutcome } from './spending-plan.entity';
import { spendingPlanRefusals } from './spending-plan-refusals.rules';

const actions: Readonly<Record<SpendingPlanOutcome, string>> = {
  approved: 'approveSpendingPlan',
  returned: 'returnSpendingPlan',
  withdrawn: 'withdrawSpendingPlan',
};

export async function decideSpendingPlan(
  { caller, inScope }: Context,
  id: string,
  outcome: SpendingPlanOutcome,
  reason: string | null,
): Promise<string> {
  checkId(id, '用款计划 spending plan');
  if (reason !== null) checkReason(reason);
  const run = inScope.write({ action: actions[outcome], target: id }, async (rows) => {
    const [plan] = await rows.select(SpendingPlan, 'where t.id = $1 for update', [id]);
    if (!plan) throw commonRefusals.notFound({ what: '用款计划 spending plan' });
    if (plan.outcome !== null) throw spendingPlanRefusals.spendingPlanDecided();
    const takenBack = outcome === SpendingPlanOutcome.withdrawn;
    if (takenBack && plan.submittedBy !== caller.personId) throw refusals.notTheMaker();
    const decided = { outcome, reason: reason?.trim() ?? null, decidedAt: await rows.now() };
    await rows.manager.update(SpendingPlan, { id }, { ...decided, decidedBy: takenBack ? null : caller.personId });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'spending_plan_four_eyes') throw spendingPlanRefusals.spendingPlanEyes();
    throw error;
  });
  return id;
}
