// Drafts an annual plan (起草年度计划): of projects in the library that all lie in the drafter's own range, with their budgets as they stand.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { sumOf } from '#platform/vocabulary/money';
import { commonRefusals, type RefusalMaker } from '#platform/vocabulary/refusal';
import { budgetOf, Project } from '../project/project.entity';
import { readWords } from '../project/project-facts.rules';
import { AnnualPlan, AnnualPlanProject } from './annual-plan.entity';
import type { DraftAnnualPlanInput } from './annual-plan.input';
import { annualPlanRefusals as refusals } from './annual-plan-refusals.rules';

const refusalOf: Readonly<Record<string, RefusalMaker>> = {
  annual_plan_of_library: refusals.annualPlanOfLibrary,
  annual_plan_project_once: refusals.annualPlanTwice,
};

export async function draftAnnualPlan(context: Context, input: DraftAnnualPlanInput): Promise<string> {
  const { caller, inScope } = context;
  const notFound = () => commonRefusals.notFound({ what: '项目 project' });
  const documentNumber = readWords(input.documentNumber, 'documentNumber', 2, 100);
  const wanted = [...new Set(input.projectIds)];
  const path = caller.regionId === null ? null : await inScope.pathWithin(caller.regionId);
  if (caller.personId === null || path === null || !wanted.every(isId)) throw notFound();
  const [regionId, draftedBy, id, { year }] = [caller.regionId ?? '', caller.personId, newId(), input];
  return inScope
    .write({ action: 'draftAnnualPlan', target: id, facts: { year, projects: wanted.length } }, async (rows) => {
      const projects = await rows.select(Project, 'where t.id = any ($1::uuid[]) order by t.path, t.id', [wanted]);
      if (projects.length < wanted.length) throw notFound();
      const made = { total: sumOf(projects.map(budgetOf)), projectCount: projects.length, draftedBy };
      const draftedAt = await rows.now();
      await rows.manager.insert(AnnualPlan, { ...{ id, regionId, path, year, documentNumber, draftedAt }, ...made });
      await rows.manager.insert(
        AnnualPlanProject,
        projects.map((project) => ({
          ...{ planId: id, projectId: project.id, year, regionId: project.regionId, path: project.path },
          ...{ name: project.name, budget: budgetOf(project) },
        })),
      );
      return id;
    })
    .catch((error: unknown) => {
      throw refusalOf[brokenConstraint(error) ?? '']?.({ field: 'projectIds' }) ?? error;
    });
}
