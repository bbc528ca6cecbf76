// The parts of funds that the project library is made of: projects, area programmes, assets and their income, performance, and the papers of all.

import type { Reference } from '#platform/graph/compile';
import { AnnualPlan, AnnualPlanProject } from './annual-plan/annual-plan.entity';
import { annualPlanById } from './annual-plan/annual-plan.loader';
import { AnnualPlanResolver, ProjectAnnualPlansResolver } from './annual-plan/annual-plan.resolver';
import { annualPlanRefusals } from './annual-plan/annual-plan-refusals.rules';
import { AreaProgramme } from './area-programme/area-programme.entity';
import { areaProgrammeById } from './area-programme/area-programme.loader';
import { AreaProgrammeResolver, ProjectProgrammeResolver } from './area-programme/area-programme.resolver';
import { areaProgrammeRefusals } from './area-programme/area-programme-refusals.rules';
import { Asset } from './asset/asset.entity';
import { assetById } from './asset/asset.loader';
import { AssetResolver } from './asset/asset.resolver';
import { AssetDistribution, AssetShare } from './asset/asset-distribution.entity';
import { AssetDistributionResolver, AssetShareResolver } from './asset/asset-distribution.resolver';
import { AssetIncome } from './asset/asset-income.entity';
import { assetRefusals } from './asset/asset-refusals.rules';
import { fundsEvidence } from './funds-evidence';
import { fundsEvidenceTables } from './migrations/1700000000420-evidence';
import { projects } from './migrations/1700000000421-projects';
import { projectPayments } from './migrations/1700000000422-project-payments';
import { areaProgrammes } from './migrations/1700000000423-area-programmes';
import { assets } from './migrations/1700000000424-assets';
import { performanceReviews } from './migrations/1700000000425-performance';
import { paymentsOfAssets } from './migrations/1700000000444-payments-of-assets';
import { annualPlans } from './migrations/1700000000445-annual-plans';
import { paidWithoutStopped } from './migrations/1700000000446-paid-without-stopped';
import { performanceDeductions } from './migrations/1700000000449-performance-deductions';
import { performanceReviewById } from './performance/performance.loader';
import { PerformanceResolver, ProjectPerformanceResolver } from './performance/performance.resolver';
import { performanceRefusals } from './performance/performance-refusals.rules';
import { PerformanceReview } from './performance/performance-review.entity';
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
import { RegionProjectsResolver } from './project/region-projects.resolver';
import { projectLedgerFile } from './project-ledger-file';

const references: Readonly<Record<string, Reference>> = {
  Project: (id, context) => projectById.load(context, id),
  Asset: (id, context) => assetById.load(context, id),
  AnnualPlan: (id, context) => annualPlanById.load(context, id),
  AreaProgramme: (id, context) => areaProgrammeById.load(context, id),
  PerformanceReview: (id, context) => performanceReviewById.load(context, id),
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
    RegionProjectsResolver,
    AnnualPlanResolver,
    ProjectAnnualPlansResolver,
    AreaProgrammeResolver,
    ProjectProgrammeResolver,
    AssetResolver,
    AssetDistributionResolver,
    AssetShareResolver,
    PerformanceResolver,
    ProjectPerformanceResolver,
  ],
  references,
  entities: [
    Project,
    ProjectStep,
    ProjectTarget,
    AnnualPlan,
    AnnualPlanProject,
    AreaProgramme,
    Asset,
    AssetIncome,
    AssetDistribution,
    AssetShare,
    PerformanceReview,
  ],
  migrations: [
    fundsEvidenceTables,
    projects,
    projectPayments,
    areaProgrammes,
    assets,
    performanceReviews,
    paymentsOfAssets,
    annualPlans,
    paidWithoutStopped,
    performanceDeductions,
  ],
  refusals: {
    ...projectRefusals,
    ...annualPlanRefusals,
    ...areaProgrammeRefusals,
    ...assetRefusals,
    ...performanceRefusals,
  },
  files: { ...fundsEvidence.makers, 'project-ledger': projectLedgerFile },
};
