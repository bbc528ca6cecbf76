// Who may ask what of medical money between payers and hospitals (医疗清算): the two sides, and those who oversee the city's money.
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, signedIn } from '#platform/access/rules';
import { hospital } from './posts.permissions';

const payer = officer('payer-clerk');
const sides = officer('hospital-clerk', 'payer-clerk');
const clearingReaders = anyOf(
  sides,
  officer('office-director', 'office-officer', 'finance-officer').at('city'),
  officer('auditor'),
);

export const clearingPermissions: PolicyTable = {
  Query: { clearing: clearingReaders, clearings: clearingReaders, claimAgeing: clearingReaders },
  Mutation: {
    submitClearing: hospital,
    objectToDeduction: hospital,
    withdrawClearing: sides,
    bringClaimList: sides,
    explainClaimDifference: sides,
    reconcileClearing: sides,
    reviewClearing: payer,
    decideDeduction: payer,
    applyClearingPayment: payer,
    approveClearingPayment: payer,
    returnClearingPayment: payer,
    payClearing: payer,
    draftPrepayment: payer,
    draftYearClearing: payer,
    requestClearingSheet: clearingReaders,
    requestClaimList: clearingReaders,
  },
  ClaimPosting: { '*': signedIn, amount: signedIn },
  Clearing: {
    '*': signedIn,
    claimed: signedIn,
    deducted: signedIn,
    deposit: signedIn,
    setOff: signedIn,
    payable: signedIn,
  },
  ClearingLine: { '*': signedIn, amount: signedIn, deducted: signedIn },
  ClearingDeduction: { '*': signedIn, amount: signedIn, restored: signedIn },
  ClearingList: { '*': signedIn, total: signedIn },
  ClearingDifference: { '*': signedIn, ours: signedIn, theirs: signedIn },
  ClaimAgeing: {
    '*': signedIn,
    owed: signedIn,
    unclaimed: signedIn,
    deducted: signedIn,
    deposit: signedIn,
    prepaid: signedIn,
    paid: signedIn,
  },
  ClaimBand: { '*': signedIn, amount: signedIn },
  ...openWith(`ClaimAgeingConnection ClaimAgeingEdge ClearingConnection ClearingEdge ClearingLineConnection ClearingLineEdge
    ClearingDifferenceConnection ClearingDifferenceEdge`),
};
