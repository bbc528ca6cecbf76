// The parts of funds that the flow of disbursements is made of: approvals by pack, what money is for, and what nobody may spend it on.

import { DisbursementApprovalResolver, DisbursementFlowResolver } from './disbursement/approvals.resolver';
import { DisbursementApproval } from './disbursement/disbursement-approval.entity';
import { flowRefusals } from './disbursement/flow-refusals.rules';
import { addApprovalFlow } from './migrations/1700000000441-approval-flow';

export const disbursementParts = {
  resolvers: [DisbursementFlowResolver, DisbursementApprovalResolver],
  entities: [DisbursementApproval],
  migrations: [addApprovalFlow],
  refusals: flowRefusals,
};
