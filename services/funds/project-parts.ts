// The parts of funds that the project library is made of: projects with their steps, targets and papers.
import { fundsEvidence } from './funds-evidence';
import { fundsEvidenceTables } from './migrations/1700000000420-evidence';
import { projects } from './migrations/1700000000421-projects';
import { Project } from './project/project.entity';
import { projectById } from './project/project.loader';
import { ProjectResolver } from './project/project.resolver';
import { ProjectFieldsResolver, ProjectStepResolver } from './project/project-fields.resolver';
import { projectRefusals } from './project/project-refusals.rules';
import { ProjectStep } from './project/project-step.entity';
import { ProjectTarget } from './project/project-target.entity';
import type { Reference } from '#platform/graph/compile';

const references: Readonly<Record<string, Reference>> = {
  Project: (id, context) => projectById.load(context, id),
};

export const projectParts = {
  resolvers: [...fundsEvidence.resolvers, ProjectResolver, ProjectFieldsResolver, ProjectStepResolver],
  references,
  entities: [Project, ProjectStep, ProjectTarget],
  migrations: [fundsEvidenceTables, projects],
  refusals: projectRefusals,
  files: { ...fundsEvidence.makers },
};
