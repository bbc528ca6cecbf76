// How far a plan is by quarter (计划进度), by the database's day.
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { milestonesOfPlan, targetsOfPlan } from './plan.loader';
import { progressByQuarter, type QuarterProgress } from './plan.rules';

export async function progressOfPlan(
  context: Context,
  { id, year }: { id: string; year: number },
): Promise<QuarterProgress[]> {
  const [targets, milestones, today] = await Promise.all([
    targetsOfPlan.load(context, id),
    milestonesOfPlan.load(context, id),
    context.inScope.read((rows) => rows.query<{ today: string }>(`select ${TODAY}::text as today`)),
  ]);
  return progressByQuarter(year, targets, milestones, today[0]?.today ?? '');
}
