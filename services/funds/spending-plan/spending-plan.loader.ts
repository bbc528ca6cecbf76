// Spending plans, what was paid of each, and what they come to month by month, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { SpendingPlan } from './spending-plan.entity';
import type { SpentUse } from './spending-plan.rules';
import { SpendingPlanLine } from './spending-plan-line.entity';

export const spendingPlanById = defineLoader<SpendingPlan | null>(
  'spending plan by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(SpendingPlan, { id: Any([...ids]) }), ({ id }) => id),
);

export const usesOfPlan = defineLoader<SpendingPlanLine[]>(
  'lines of a spending plan',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(SpendingPlanLine, 'where t.plan_id = any ($1::uuid[]) order by t.plan_id, t.number', [ids]),
      ({ planId }) => planId,
    ),
);

export const spentOfPlan = defineLoader<SpentUse[]>(
  'what was paid of a spending plan',
  () => [],
  async (rows, ids) => {
    const found = await rows.query<SpentUse & { planId: string }>(
      `select asked.id as "planId", s.month, s.region_id as "regionId", s.project_id as "projectId", s.spent
       from unnest($1::uuid[]) as asked(id) cross join lateral funds.spent_of_plan(asked.id) s`,
      [ids],
    );
    return groupBy(found, ({ planId }) => planId);
  },
);

/** `<region id> <year> <book>`: the one that was approved last. */
export const spendingPlanInForce = defineLoader<SpendingPlan | null>(
  'spending plan in force',
  () => null,
  async (rows, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const tail = `where t.outcome = 'approved' and (t.region_id, t.year, t.book) in (select * from unnest($1::uuid[], $2::int[], $3::text[])) order by t.decided_at`;
    const given = [0, 1, 2].map((at) => asked.map((parts) => parts[at]));
    return mapBy(
      await rows.select(SpendingPlan, tail, given),
      ({ regionId, year, book }) => `${regionId} ${year} ${book}`,
    );
  },
);
