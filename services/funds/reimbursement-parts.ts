// The parts of funds that payment in stages is made of: contracts, their stages by pack, and claims through the ledger.
import { addReimbursements } from './migrations/1700000000443-reimbursements';
import { contractsOfProjects } from './migrations/1700000000447-contracts-of-projects';
import { ordersOfStages } from './migrations/1700000000552-orders-of-stages';
import { Reimbursement } from './reimbursement/reimbursement.entity';
import { ReimbursementResolver } from './reimbursement/reimbursement.resolver';
import { ProjectReimbursementsResolver, StageClaimResolver } from './reimbursement/reimbursement-places.resolver';
import { reimbursementRefusals } from './reimbursement/reimbursement-refusals.rules';
import { StageClaim } from './reimbursement/stage-claim.entity';
import { StageOrderResolver } from './reimbursement/stage-order.resolver';

export const reimbursementParts = {
  resolvers: [ReimbursementResolver, StageClaimResolver, StageOrderResolver, ProjectReimbursementsResolver],
  entities: [Reimbursement, StageClaim],
  migrations: [addReimbursements, contractsOfProjects, ordersOfStages],
  refusals: reimbursementRefusals,
};
