// Area programmes by id, their villages, and the programme of a project, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Project } from '../project/project.entity';
import { AreaProgramme } from './area-programme.entity';

export const areaProgrammeById = defineLoader<AreaProgramme | null>(
  'area programme by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(AreaProgramme, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

/** Of a programme those that the caller sees. */
export const villagesOfAreaProgramme = defineLoader<{ programmeId: string; regionId: string }[]>(
  'villages of area programme',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.query<{ programmeId: string; regionId: string }>(
        `select programme_id as "programmeId", region_id as "regionId" from funds.area_programme_village
         where programme_id = any ($1::uuid[]) order by path`,
        [ids],
      ),
      ({ programmeId }) => programmeId,
    ),
);

/** Some dozens at most, so that a list needs no pages. */
export const projectsOfAreaProgramme = defineLoader<Project[]>(
  'projects of area programme',
  () => [],
  async (rows, ids) => {
    const links = await rows.query<{ programmeId: string; projectId: string }>(
      'select programme_id as "programmeId", project_id as "projectId" from funds.area_programme_project where programme_id = any ($1::uuid[])',
      [ids],
    );
    const found = await rows.select(Project, 'where t.id = any ($1::uuid[]) order by t.path, t.id', [
      links.map(({ projectId }) => projectId),
    ]);
    const programmeOf = new Map(links.map(({ projectId, programmeId }) => [projectId, programmeId]));
    return groupBy(found, ({ id }) => programmeOf.get(id) ?? '');
  },
);

export const areaProgrammeIdOfProject = defineLoader<string | null>(
  'area programme of project',
  () => null,
  async (rows, ids) => {
    const found = await rows.query<{ programmeId: string; projectId: string }>(
      'select programme_id as "programmeId", project_id as "projectId" from funds.area_programme_project where project_id = any ($1::uuid[])',
      [ids],
    );
    return new Map(found.map(({ projectId, programmeId }) => [projectId, programmeId]));
  },
);
