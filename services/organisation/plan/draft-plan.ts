// Drafts the plan (拟定年度计划) of one's own region or unit: the first of a year, or a new version beside those that stood.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import type { Caller } from '#platform/vocabulary/caller';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../region/region.entity';
import { Unit } from '../unit/unit.entity';
import { layoutInForce } from './layout.loader';
import { stageOf } from './layout.rules';
import { Plan } from './plan.entity';
import type { PlanInput } from './plan.input';
import { checkDraftPlan } from './plan.rules';
import { PlanMilestone } from './plan-milestone.entity';
import { PlanProject } from './plan-project.entity';
import { planRefusals as refusals } from './plan-refusals.rules';
import { PlanTarget } from './plan-target.entity';

export async function draftPlan(
  context: Context,
  { targets, milestones, projects, ...head }: PlanInput,
): Promise<Plan> {
  const { caller, inScope } = context;
  stageOf(await layoutInForce(context), head.year);
  checkDraftPlan(head.year, targets, milestones);
  for (const text of [head.title, ...milestones.map(({ title }) => title), ...projects.map(({ name }) => name)])
    refusePersonalNumbers('plan', text);
  const id = newId();
  return inScope
    .write({ action: 'draftPlan', target: id, facts: { year: head.year } }, async (rows) => {
      const subject = await subjectOf(rows, caller);
      const version = await nextVersion(rows, subject, head.year);
      const made = { madeBy: caller.personId as string, madeAt: await rows.now() };
      await rows.manager.insert(Plan, { id, ...subject, ...head, version, ...made });
      const parts = <T extends object>(given: readonly T[]) =>
        given.map((part, at) => ({ ...part, id: newId(), planId: id, position: at + 1 }));
      if (targets.length > 0) await rows.manager.insert(PlanTarget, parts(targets));
      if (milestones.length > 0) await rows.manager.insert(PlanMilestone, parts(milestones));
      if (projects.length > 0) await rows.manager.insert(PlanProject, parts(projects));
      return rows.manager.findOneByOrFail(Plan, { id });
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'plan_one_draft' || broken === 'plan_version_unique') throw refusals.planDraftStands();
      throw error;
    });
}

type Subject = Pick<Plan, 'regionId' | 'path' | 'unitId'>;

/** A liaison plans for the unit, everybody else for the region of the appointment. */
async function subjectOf(rows: WriteRows, { scope, unitId, regionId }: Caller): Promise<Subject> {
  const unit = scope === 'unit' && unitId ? await rows.manager.findOneBy(Unit, { id: unitId }) : null;
  const id = unit?.regionId ?? (scope === 'unit' ? null : regionId);
  const region = id === null ? null : await rows.manager.findOneBy(Region, { id });
  if (!region) throw commonRefusals.notFound({ what: '地区 region' });
  return { regionId: region.id, path: region.path, unitId: unit?.id ?? null };
}

async function nextVersion(rows: WriteRows, { regionId, unitId }: Subject, year: number): Promise<number> {
  const [row] = await rows.query<{ version: number }>(
    `select coalesce(max(version), 0)::int + 1 as version from organisation.plan
     where region_id = $1 and unit_id is not distinct from $2 and year = $3`,
    [regionId, unitId, year],
  );
  return row?.version ?? 1;
}
