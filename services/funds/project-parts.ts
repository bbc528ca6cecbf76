// The parts of funds that the project library is made of: projects with their steps, targets and papers.

import type { Reference } from '#platform/graph/compile';
import { fundsEvidence } from './funds-evidence';
import { fundsEvidenceTables } from './migrations/1700000000420-evidence';
import { projects } from './migrations/1700000000421-projects';
import { projectPayments } from './migrations/1700000000422-project-payments';
import { Project } from './project/project.entity';
import { projectById } from './project/project.loader';
import { ProjectResolver } from './project/project.resolver';
import { ProjectFieldsResolver, ProjectStepResolver } from './project/project-fields.resolver';
import {
  DisbursementProjectResolver,
  LotProjectsResolver,
  ProjectMoneyResolver,
} from './project/project-money.resolver';
import { projectRefusals } from './project/project-refusals.rules';
import { ProjectStep } from './project/project-step.entity';
import { ProjectTarget } from './project/project-target.entity';

const references: Readonly<Record<string, Reference>> = {
  Project: (id, context) => projectById.load(context, id),
};

export const projectParts = {
  resolvers: [
    ...fundsEvidence.resolvers,
    ProjectResolver,
    ProjectFieldsResolver,
    ProjectStepResolver,
    ProjectMoneyResolver,
    DisbursementProjectResolver,
    LotProjectsResolver,
  ],
  references,
  entities: [Project, ProjectStep, ProjectTarget],
  migrations: [fundsEvidenceTables, projects, projectPayments],
  refusals: projectRefusals,
  files: { ...fundsEvidence.makers },
};
