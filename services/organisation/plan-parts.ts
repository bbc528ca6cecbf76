// The parts of organisation that plans (年度计划) are made of, with the files that prove their milestones.
import { plans } from './migrations/1700000000011-plans';
import { milestoneEvidence } from './migrations/1700000000273-milestone-evidence';
import { organisationEvidence } from './organisation-evidence';
import { Plan } from './plan/plan.entity';
import { PlanMilestoneResolver, PlanResolver, RegionPlanResolver, UnitPlanResolver } from './plan/plan.resolver';
import { PlanMilestone } from './plan/plan-milestone.entity';
import { PlanProject } from './plan/plan-project.entity';
import { planRefusals } from './plan/plan-refusals.rules';
import { PlanTarget } from './plan/plan-target.entity';

export const planParts = {
  resolvers: [
    PlanResolver,
    PlanMilestoneResolver,
    RegionPlanResolver,
    UnitPlanResolver,
    ...organisationEvidence.resolvers,
  ],
  entities: [Plan, PlanTarget, PlanMilestone, PlanProject],
  migrations: [plans, milestoneEvidence],
  refusals: planRefusals,
  files: organisationEvidence.makers,
};
