// Projects by id, their steps, targets and evidence, batched.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { Project } from './project.entity';
import { ProjectStep } from './project-step.entity';
import { ProjectTarget } from './project-target.entity';

export const projectById = defineLoader<Project | null>(
  'project by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(Project, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const stepsOfProject = defineLoader<ProjectStep[]>(
  'steps of project',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(ProjectStep, 'where t.project_id = any ($1::uuid[]) order by t.project_id, t.ordinal', [ids]),
      ({ projectId }) => projectId,
    ),
);

export const targetsOfProject = defineLoader<ProjectTarget[]>(
  'targets of project',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(ProjectTarget, 'where t.project_id = any ($1::uuid[]) order by t.project_id, t.ordinal', [ids]),
      ({ projectId }) => projectId,
    ),
);

export const evidenceOfProject = evidenceLoader('funds', 'project');
export const evidenceOfProjectStep = evidenceLoader('funds', 'project-step');
