// Who may ask what of spending plans (用款计划): towns, districts, zones and the city's office submit; finance, director, district and zone decide.
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, signedIn } from '#platform/access/rules';
import { packApprovers, readers } from './posts.permissions';

const planners = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer');
const deciders = anyOf(packApprovers, officer('district-officer', 'zone-officer'));

export const spendingPlanPermissions: PolicyTable = {
  Query: { spendingPlan: readers, spendingPlans: readers },
  Mutation: {
    submitSpendingPlan: planners,
    approveSpendingPlan: deciders,
    returnSpendingPlan: deciders,
    withdrawSpendingPlan: planners,
  },
  Region: { spendingPlan: readers, drawnUses: planners },
  SpendingPlan: { '*': signedIn, total: signedIn },
  SpendingPlanMonth: { '*': signedIn, planned: signedIn, spent: signedIn },
  SpendingPlanLine: { '*': signedIn, amount: signedIn, spent: signedIn },
  DrawnUse: { '*': signedIn, amount: signedIn },
  ...openWith(`SpendingPlanConnection SpendingPlanEdge SpendingPlanLineConnection SpendingPlanLineEdge DrawnUseConnection
    DrawnUseEdge`),
};
