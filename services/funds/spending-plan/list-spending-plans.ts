// Lists spending plans (用款计划清单) in the order of places, and the lines of one in their order.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { SpendingPlan } from './spending-plan.entity';
import type { SpendingPlansArgs } from './spending-plan.input';
import { SpendingPlanLine } from './spending-plan-line.entity';

export async function listSpendingPlans({ inScope }: Context, args: SpendingPlansArgs): Promise<Page<SpendingPlan>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const tail = `where ($1::int is null or t.year = $1) and (not $2 or t.outcome is null)
    and ($3::text is null or (t.path, t.id) > ($3 collate "C", $4::uuid)) order by t.path, t.id limit $5`;
  const asked = [args.year ?? null, args.open ?? false, path, id, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(SpendingPlan, tail, asked)), size);
}

export async function listUses({ inScope }: Context, planId: string, args: PageArgs): Promise<Page<SpendingPlanLine>> {
  const size = pageSize(args.first);
  const [after = '0'] = keysOf(args.after, 1) ?? [];
  if (!/^\d{1,6}$/.test(after)) throw foreignCursor();
  const tail = 'where t.plan_id = $1 and t.number > $2 order by t.number limit $3';
  return pageOf(await inScope.read((rows) => rows.select(SpendingPlanLine, tail, [planId, after, size + 1])), size);
}
