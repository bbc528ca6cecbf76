// The spending plans of a region and year (某地区用款计划) that stand, one a book, with their lines, what was paid of them, and the names of who uses them.
import { Book } from '../book/fund-use-pack.rules';
import { projectById } from '../project/project.loader';
import { regionNames } from '../public-notice/region-names';
import { spendingPlanInForce, spentOfPlan, usesOfPlan } from '../spending-plan/spending-plan.loader';
import type { FundsContext } from '../tools';
import type { PlanShown } from './spending-plan-table.rules';

export async function findPlansShown(context: FundsContext, regionId: string, year: number) {
  const found = await Promise.all(
    Object.values(Book).map((book) => spendingPlanInForce.load(context, `${regionId} ${year} ${book}`)),
  );
  const plans = await Promise.all(
    found
      .filter((plan) => plan !== null)
      .map(async ({ id, book, documentNumber }): Promise<PlanShown> => {
        const [uses, spent] = await Promise.all([usesOfPlan.load(context, id), spentOfPlan.load(context, id)]);
        return { book, documentNumber, uses, spent };
      }),
  );
  const uses = plans.flatMap((plan) => plan.uses);
  return { plans, nameOf: await namesOf(context, uses) };
}

async function namesOf(context: FundsContext, uses: PlanShown['uses']) {
  const ids = [...new Set(uses.flatMap(({ projectId }) => projectId ?? []))];
  const [places, projects] = await Promise.all([
    regionNames(
      context,
      uses.map(({ regionId }) => regionId),
    ),
    Promise.all(ids.map((id) => projectById.load(context, id))),
  ]);
  const named = new Map(projects.flatMap((project) => (project ? [[project.id, project.name] as const] : [])));
  return ({ regionId, projectId }: { regionId: string | null; projectId: string | null }) =>
    (projectId === null ? places.get(regionId ?? '') : named.get(projectId)) ?? '';
}
