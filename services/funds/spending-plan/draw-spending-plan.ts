// Draws a spending plan (编制用款计划) from what projects have left and what waits to be paid, for an officer to change and submit.
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import type { Book } from '../book/fund-use-pack.rules';
import { drawPlan, type PlanSource } from './spending-plan.rules';
import { DrawnUse } from './spending-plan-line.entity';

const SOURCES = `select s.region_id as "regionId", s.project_id as "projectId", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.fen
  from funds.plan_sources($1, $2, $3, $4) s where s.fen > 0`;

export async function drawSpendingPlan(
  context: Context,
  regionId: string,
  year: number,
  book: Book,
): Promise<DrawnUse[]> {
  const path = await context.inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.outOfScope();
  const { lo, hi } = subtreeOf(path);
  const [sources, today] = await Promise.all([
    context.inScope.read((rows) => rows.query<PlanSource>(SOURCES, [lo, hi, book, year])),
    todayInBeijing.load(context, 'today'),
  ]);
  return drawPlan(year, today, sources).map((use) => Object.assign(new DrawnUse(), use));
}
