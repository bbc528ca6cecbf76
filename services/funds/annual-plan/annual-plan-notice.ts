// An annual plan as it is posted (年度计划公示): every project with its budget, before it is approved; announced once it was.
import type { Context } from '#platform/graph/context';
import type { NoticeSubject } from '../public-notice/notice-subject.rules';
import { AnnualPlanProject } from './annual-plan.entity';
import { annualPlanById } from './annual-plan.loader';

export async function annualPlanNotice(context: Context, id: string): Promise<NoticeSubject | null> {
  const plan = await annualPlanById.load(context, id);
  if (!plan) return null;
  const projects = await context.inScope.read((rows) =>
    rows.select(AnnualPlanProject, 'where t.plan_id = $1 order by t.path, t.project_id', [id]),
  );
  // Whoever sees a part of it alone does not post it.
  if (projects.length < plan.projectCount) return null;
  const { regionId, path, year, documentNumber, total, draftedBy: madeBy, approvedBy, withdrawnBy } = plan;
  return {
    ...{ regionId, path, year, documentNumber, total, madeBy, about: '扶贫项目' },
    stage: approvedBy ? 'after' : withdrawnBy ? 'over' : 'before',
    counted: '个项目',
    lines: projects.map((project) => ({
      ...{ lineId: project.projectId, householdId: null, regionId: project.regionId, path: project.path },
      ...{ name: project.name, amount: project.budget },
    })),
  };
}
