// How far a plan is by quarter (计划进度), by the database's day.
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { liftedByQuarter } from './lifted-households.loader';
import { milestonesOfPlan, targetsOfPlan } from './plan.loader';
import { besideLifted, progressByQuarter } from './plan.rules';
import type { PlanQuarter } from './plan-quarter.entity';

/** Households are asked only where somebody looks at what was done. */
export async function progressOfPlan(
  context: Context,
  { id, year, regionId, unitId }: { id: string; year: number; regionId: string; unitId: string | null },
): Promise<PlanQuarter[]> {
  const asked = context.selected('PlanQuarter');
  const looks = asked === null || asked.has('liftedHouseholds') || asked.has('liftedPeople');
  const [targets, milestones, today, lifted] = await Promise.all([
    targetsOfPlan.load(context, id),
    milestonesOfPlan.load(context, id),
    context.inScope.read(findToday),
    looks && unitId === null ? liftedByQuarter.load(context, `${year} ${regionId}`) : [],
  ]);
  return besideLifted(progressByQuarter(year, targets, milestones, today), lifted, today);
}
