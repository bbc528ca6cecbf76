// Approves a plan (批准计划) by another person than made it, or withdraws one that waits; both once.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { answersFor } from '../unit/answers-for';
import { Plan } from './plan.entity';
import { checkPlanApproval, checkPlanWithdrawal } from './plan.rules';
import { planRefusals as refusals } from './plan-refusals.rules';

export async function decidePlan(
  { caller, inScope }: Context<never>,
  action: 'approvePlan' | 'withdrawPlan',
  id: string,
): Promise<Plan> {
  return inScope
    .write({ action, target: id }, async (rows) => {
      const plan = await findPlan(rows, id);
      const at = await rows.now();
      if (action === 'approvePlan') checkPlanApproval(plan, caller.personId);
      else if (
        plan.unitId !== null ? !(await answersFor(rows, caller.unitId, plan.unitId)) : plan.regionId !== caller.regionId
      )
        throw refusals.planNotYours();
      else checkPlanWithdrawal(plan);
      const decided =
        action === 'approvePlan'
          ? { approvedBy: caller.personId, approvedAt: at }
          : { withdrawnBy: caller.personId, withdrawnAt: at };
      await rows.manager.update(Plan, { id }, decided);
      return Object.assign(plan, decided);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'plan_four_eyes') throw refusals.planBySamePerson();
      throw error;
    });
}

async function findPlan(rows: WriteRows, id: string): Promise<Plan> {
  const [plan] = isId(id) ? await rows.select(Plan, 'where t.id = $1 for update', [id]) : [];
  if (!plan) throw commonRefusals.notFound({ what: '计划 plan' });
  return plan;
}
