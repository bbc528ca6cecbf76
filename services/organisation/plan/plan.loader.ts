// Plans by id, the plan in force of a region or a unit for a year, and the parts of plans.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Plan } from './plan.entity';
import { PlanMilestone } from './plan-milestone.entity';
import { PlanProject } from './plan-project.entity';
import { PlanTarget } from './plan-target.entity';

/** `2018 <id>` */
export type PlanKey = `${number} ${string}`;

export const planById = defineLoader<Plan | null>(
  'plan by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Plan, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (plan) => plan.id),
);

/** Of several approved versions the last: it comes last, and takes the place of those before it. */
const inForce = (column: string) =>
  `where (t.year, t.${column}) in (select * from unnest($1::int[], $2::uuid[])) and t.approved_at is not null order by t.version`;
const asked = (keys: readonly PlanKey[]) => {
  const pairs = keys.map((key) => key.split(' ') as [string, string]);
  return [pairs.map(([year]) => Number(year)), pairs.map(([, id]) => id)];
};

export const planOfRegion = defineLoader<Plan | null, PlanKey>(
  'plan in force of a region',
  () => null,
  async (rows, keys) => {
    const found = await rows.select(Plan, inForce('region_id'), asked(keys));
    return mapBy(
      found.filter(({ unitId }) => unitId === null),
      ({ year, regionId }) => `${year} ${regionId}`,
    );
  },
);

export const planOfUnit = defineLoader<Plan | null, PlanKey>(
  'plan in force of a unit',
  () => null,
  async (rows, keys) =>
    mapBy(await rows.select(Plan, inForce('unit_id'), asked(keys)), ({ year, unitId }) => `${year} ${unitId}`),
);

const OF_PLAN = 'where t.plan_id = any($1::uuid[]) order by t.position';

export const targetsOfPlan = defineLoader<PlanTarget[]>(
  'targets of a plan',
  () => [],
  async (rows, ids) => groupBy(await rows.select(PlanTarget, OF_PLAN, [ids]), (target) => target.planId),
);

export const milestonesOfPlan = defineLoader<PlanMilestone[]>(
  'milestones of a plan',
  () => [],
  async (rows, ids) => groupBy(await rows.select(PlanMilestone, OF_PLAN, [ids]), (milestone) => milestone.planId),
);

export const projectsOfPlan = defineLoader<PlanProject[]>(
  'projects of a plan',
  () => [],
  async (rows, ids) => groupBy(await rows.select(PlanProject, OF_PLAN, [ids]), (project) => project.planId),
);
