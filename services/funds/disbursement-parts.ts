// The parts of funds that the flow of disbursements is made of: approvals by pack, what money is for, and what nobody may spend it on.

import { DisbursementApprovalResolver, DisbursementFlowResolver } from './disbursement/approvals.resolver';
import { DisbursementApproval } from './disbursement/disbursement-approval.entity';
import { flowRefusals } from './disbursement/flow-refusals.rules';
import { PaymentOrder } from './disbursement/payment-order.entity';
import { DisbursementOrderResolver, PaymentOrderResolver } from './disbursement/payment-order.resolver';
import { DisbursementReissueResolver, ReissuedLineResolver } from './disbursement/reissue.resolver';
import { addApprovalFlow } from './migrations/1700000000441-approval-flow';
import { paymentOrders } from './migrations/1700000000448-payment-orders';
import { lineReissues } from './migrations/1700000000524-line-reissues';

export const disbursementParts = {
  resolvers: [
    DisbursementFlowResolver,
    DisbursementApprovalResolver,
    DisbursementOrderResolver,
    PaymentOrderResolver,
    DisbursementReissueResolver,
    ReissuedLineResolver,
  ],
  entities: [DisbursementApproval, PaymentOrder],
  migrations: [addApprovalFlow, paymentOrders, lineReissues],
  refusals: flowRefusals,
};
