// Who may ask what of disbursements and reimbursements (拨付、报账).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, masked, officer, service, signedIn } from '#platform/access/rules';
import { director, finance, offices, ofHousehold, readers, sums } from './posts.permissions';

/** 审核发放的: of them the flow of the batch names who is next. */
const approvers = anyOf(
  officer('office-director', 'office-officer', 'finance-officer').at('city'),
  officer('district-officer', 'zone-officer'),
);

export const disbursementPermissions: PolicyTable = {
  Query: {
    disbursement: readers,
    disbursements: readers,
    executionFacts: service('assessments'),
    jobFacts: service('assessments'),
    reimbursement: readers,
    reimbursements: readers,
  },
  Mutation: {
    applyDisbursement: officer('town-officer'),
    reissueReturned: officer('town-officer'),
    approveDisbursement: approvers,
    refuseDisbursement: director,
    withdrawDisbursement: officer('town-officer'),
    revokeDisbursement: director,
    issuePaymentOrder: finance,
    recallPaymentOrder: finance,
    payDisbursement: finance,
    returnPayment: finance,
    openReimbursement: officer('town-officer'),
    recordAcceptance: officer('town-officer', 'district-officer', 'zone-officer'),
    claimStage: officer('town-officer'),
    approveReimbursementScale: director,
    approveStageClaim: director,
    rejectStageClaim: director,
    payStageClaim: finance,
    issueStagePaymentOrder: finance,
    recallStagePaymentOrder: finance,
  },
  Region: { funds: sums, disbursed: sums, disbursements: readers },
  Household: { payments: ofHousehold, paidTotal: ofHousehold },
  QuestionedPayments: { '*': signedIn, lines: ofHousehold, total: ofHousehold },
  Disbursement: {
    '*': signedIn,
    total: signedIn,
    returned: signedIn,
    released: signedIn,
    notices: readers,
    cardBatches: readers,
  },
  PaymentOrder: { '*': signedIn, amount: signedIn },
  DisbursementLine: {
    '*': signedIn,
    amount: signedIn,
    returned: signedIn,
    reissued: signedIn,
    disbursement: readers,
    cardLines: ofHousehold,
    recoveries: readers,
    payee: masked(ofHousehold, anyOf(offices, officer('helper'))),
    card: masked(ofHousehold),
  },
  Reimbursement: { '*': signedIn, planned: signedIn, contracted: signedIn },
  ReimbursementStage: { '*': signedIn, amount: signedIn },
  StageClaim: { '*': signedIn, amount: signedIn },
  RegionDisbursed: { '*': signedIn, paid: signedIn, returned: signedIn },
  RegionFunds: {
    '*': signedIn,
    allotted: signedIn,
    available: signedIn,
    reserved: signedIn,
    paid: signedIn,
    returned: signedIn,
    stagesReserved: signedIn,
    stagesPaid: signedIn,
    spent: signedIn,
  },
  JobFacts: { '*': signedIn, paid: signedIn, borneByPayers: signedIn },
  PaidByPurpose: { '*': signedIn, paid: signedIn },
  ExecutionFacts: { '*': signedIn, approved: signedIn, paid: signedIn },
  ...openWith(`DisbursementApproval DisbursementWaitsFor DisbursementConnection DisbursementEdge DisbursementLineConnection
    DisbursementLineEdge ReimbursementConnection ReimbursementEdge StageDocument`),
};
