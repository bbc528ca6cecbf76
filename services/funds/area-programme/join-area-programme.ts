// Puts a project into an area programme (项目列入山区开发方案): one of its villages, and each project in one programme only.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { areaProgrammeRefusals as refusals } from './area-programme-refusals.rules';

export async function joinAreaProgramme({ inScope }: Context, id: string, projectId: string): Promise<string> {
  const what = '山区开发方案或项目 area programme or project';
  checkId(id, what);
  checkId(projectId, what);
  await inScope
    .write({ action: 'joinAreaProgramme', target: id, facts: { projectId } }, async (rows) => {
      const [answer] = await rows.query<{ verdict: string }>('select funds.join_area_programme($1, $2) as verdict', [
        id,
        projectId,
      ]);
      if (answer?.verdict === 'not-approved') throw refusals.areaProgrammeNotApproved();
      if (answer?.verdict === 'elsewhere') throw refusals.areaProgrammeElsewhere();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'area_programme_project_once') throw refusals.areaProgrammeJoined();
      throw error;
    });
  return id;
}
