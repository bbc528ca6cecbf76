// Who may ask what of reports of funds and who owes them (资金报表与报送义务).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, service, signedIn } from '#platform/access/rules';
import { finance, readers, sums } from './posts.permissions';

const reportConfirmers = anyOf(finance, officer('district-officer', 'zone-officer'));

export const fundReportPermissions: PolicyTable = {
  Query: { reportObligationFacts: service('organisation', 'assessments'), reportExemptions: readers },
  Mutation: {
    reportFunds: officer('district-officer', 'zone-officer'),
    confirmFundReport: reportConfirmers,
    requestReportExemption: officer('district-officer', 'zone-officer'),
    approveReportExemption: finance,
    refuseReportExemption: finance,
  },
  Region: { fundReports: readers, reportObligations: sums },
  FundReport: {
    '*': signedIn,
    allotted: signedIn,
    available: signedIn,
    reserved: signedIn,
    paid: signedIn,
    returned: signedIn,
  },
  ReportObligations: { '*': signedIn, overdue: readers },
  ...openWith(`ReportObligation ReportObligationConnection ReportObligationEdge ReportExemption ReportExemptionConnection
    ReportExemptionEdge ObligationCounts ObligationLineCounts ObligationFact`),
};
