// Who may ask where money came from and went (资金追溯、资金流向).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, masked, officer, signedIn } from '#platform/access/rules';
import { offices, ofHousehold, readers, sums } from './posts.permissions';

export const tracePermissions: PolicyTable = {
  Query: { fundTrace: readers, fundFlow: sums },
  Mutation: { requestFundFlow: readers },
  FundFlow: { '*': signedIn, total: signedIn },
  FundFlowNode: { '*': signedIn, amount: signedIn },
  FundFlowLink: { '*': signedIn, amount: signedIn },
  FundTraceNode: {
    '*': signedIn,
    amount: signedIn,
    cameIn: signedIn,
    wentOn: signedIn,
    stays: signedIn,
    payee: masked(ofHousehold, anyOf(offices, officer('helper'))),
    card: masked(ofHousehold),
  },
  FundTraceLink: { '*': signedIn, amount: signedIn },
  ...openWith('FundTrace FundTraceMore'),
};
