// The parts of households that help plans are made of: drafted, reviewed, carried out with the household's signature.

import { HelpPlan } from './help-plan/help-plan.entity';
import { HelpMeasureResolver, HelpPlanResolver, HouseholdHelpPlansResolver } from './help-plan/help-plan.resolver';
import { helpPlanRefusals } from './help-plan/help-plan-refusals.rules';
import { helpPlans } from './migrations/1700000000242-help-plans';

export const helpPlanParts = {
  resolvers: [HelpPlanResolver, HelpMeasureResolver, HouseholdHelpPlansResolver],
  entities: [HelpPlan],
  migrations: [helpPlans],
  refusals: helpPlanRefusals,
};
