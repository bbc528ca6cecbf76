// Annual plans by id, the plans of a project, and the projects of a plan as they were when it was drafted.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Project } from '../project/project.entity';
import { AnnualPlan } from './annual-plan.entity';

export const annualPlanById = defineLoader<AnnualPlan | null>(
  'annual plan by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(AnnualPlan, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

/** The latest year first; what was withdrawn is no plan of it. */
export const annualPlansOfProject = defineLoader<AnnualPlan[]>(
  'annual plans of project',
  () => [],
  async (rows, ids) => {
    const links = await rows.query<{ planId: string; projectId: string }>(
      'select plan_id as "planId", project_id as "projectId" from funds.annual_plan_project where project_id = any ($1::uuid[]) order by year desc',
      [ids],
    );
    const tail = 'where t.id = any ($1::uuid[]) and t.withdrawn_by is null';
    const plans = mapBy(await rows.select(AnnualPlan, tail, [links.map(({ planId }) => planId)]), ({ id }) => id);
    const found = links.flatMap(({ planId, projectId }) => {
      const plan = plans.get(planId);
      return plan ? [{ projectId, plan }] : [];
    });
    return new Map(
      [...groupBy(found, ({ projectId }) => projectId)].map(([id, of]) => [id, of.map(({ plan }) => plan)]),
    );
  },
);

export async function listAnnualPlans(
  { inScope }: Context,
  args: PageArgs & { year?: number | null },
): Promise<Page<AnnualPlan>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const tail = `where ($1::int is null or t.year = $1) and ($2::text is null or (t.path, t.id) > ($2 collate "C", $3::uuid)) order by t.path, t.id limit $4`;
  const asked = [args.year ?? null, path, id, size + 1];
  return pageOf(await inScope.read(({ select }) => select(AnnualPlan, tail, asked)), size);
}

/** Of a plan the projects that the caller sees. */
export async function listPlannedProjects(
  { inScope }: Context,
  planId: string,
  args: PageArgs,
): Promise<Page<Project>> {
  const size = pageSize(args.first);
  const [path = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  const tail = `where exists (select 1 from funds.annual_plan_project x where x.plan_id = $1 and x.project_id = t.id)
    and ($2::text is null or (t.path, t.id) > ($2 collate "C", $3::uuid)) order by t.path, t.id limit $4`;
  return pageOf(await inScope.read(({ select }) => select(Project, tail, [planId, path, id, size + 1])), size);
}
