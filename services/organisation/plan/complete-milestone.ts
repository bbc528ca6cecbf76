// Tells a milestone done (完成节点) of the own plan in force, with its evidence, once.

import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { answersFor } from '../unit/answers-for';
import { MILESTONE } from './milestone-evidence.loader';
import { Plan } from './plan.entity';
import { PlanMilestone } from './plan-milestone.entity';
import { planRefusals as refusals } from './plan-refusals.rules';

export async function completeMilestone(
  context: Context<never>,
  id: string,
  doneOn: string,
  evidence: string,
  evidenceIds: string[] | null,
): Promise<PlanMilestone> {
  if (evidence.trim().length < 2) throw invalidInput('evidence', '请填写佐证', 'say what proves it');
  refusePersonalNumbers('evidence', evidence);
  const { caller, inScope } = context;
  const files = await ownEvidence(context, 'organisation', evidenceIds);
  return inScope
    .write({ action: 'completeMilestone', target: id, facts: { doneOn } }, async (rows) => {
      const milestone = isId(id) ? await rows.manager.findOneBy(PlanMilestone, { id }) : null;
      const plan = milestone && (await rows.manager.findOneBy(Plan, { id: milestone.planId }));
      if (!milestone || !plan) throw commonRefusals.notFound({ what: '节点 milestone' });
      if (
        plan.unitId !== null ? !(await answersFor(rows, caller.unitId, plan.unitId)) : plan.regionId !== caller.regionId
      )
        throw refusals.planNotYours();
      if (plan.approvedAt === null) throw refusals.planNotInForce();
      if (milestone.doneAt !== null) throw refusals.milestoneDone();
      const today = await findToday(rows);
      if (doneOn > today) throw invalidInput('doneOn', '不得晚于今日', 'not after today');
      const done = { doneOn, evidence, doneBy: caller.personId, doneAt: await rows.now() };
      await rows.manager.update(PlanMilestone, { id }, done);
      const { regionId, path, unitId } = plan;
      await attachEvidence(rows, 'organisation', files, caller.personId as string, {
        kind: MILESTONE,
        id,
        regionId,
        path,
        unitId,
      });
      return Object.assign(milestone, done);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'plan_is_frozen') throw refusals.milestoneDone();
      throw error;
    });
}
