// Who may ask what of the office's own reports (十项工作、亮点、季报).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, officer, official, signedIn } from '#platform/access/rules';
import { businessReaders, sumReaders } from './posts.permissions';

const jobReporters = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer');
const jobCheckers = officer('assessor', 'office-director').at('city');
const pointReporters = anyOf(jobReporters, officer('unit-liaison'));
const quarterlyDrafters = anyOf(
  officer('office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
const quarterlyApprovers = anyOf(
  officer('office-director').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);

export const officePermissions: PolicyTable = {
  Query: {
    tenJobReports: businessReaders,
    brightPoints: official,
    quarterlyReport: businessReaders,
    quarterlyReports: businessReaders,
  },
  Mutation: {
    reportTenJob: jobReporters,
    confirmTenJob: jobCheckers,
    returnTenJob: jobCheckers,
    reportBrightPoint: pointReporters,
    verifyBrightPoint: jobCheckers,
    returnBrightPoint: jobCheckers,
    adoptBrightPoint: jobReporters,
    followUpBrightPoint: jobReporters,
    draftQuarterlyReport: quarterlyDrafters,
    editQuarterlyReport: quarterlyDrafters,
    approveQuarterlyReport: quarterlyApprovers,
    withdrawQuarterlyReport: anyOf(quarterlyDrafters, quarterlyApprovers),
    requestQuarterlyReport: businessReaders,
  },
  Region: { tenJobs: sumReaders, brightPoints: official, quarterlyReport: businessReaders },
  TenJob: { '*': signedIn, amount: signedIn, disbursed: signedIn },
  TenJobReport: { '*': signedIn, amount: signedIn },
  ...openWith(`TenJobReportConnection TenJobReportEdge BrightPoint BrightPointConnection BrightPointEdge BrightPointAdoption
    BrightPointFollowUp QuarterlyReport QuarterlyReportConnection QuarterlyReportEdge QuarterlySection QuarterlyFigure
    QuarterlyFigureConnection QuarterlyFigureEdge`),
};
