// Who may ask what of findings, reports of the public, exposure and notices (问题、举报、曝光、通知).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, signedIn } from '#platform/access/rules';
import { cityOffice, director, inspector, owners, sumReaders, taskReaders } from './posts.permissions';

const answering = officer('office-director', 'office-officer', 'district-officer', 'zone-officer', 'town-officer');
const officeClerk = officer('office-officer').at('city');
const turners = anyOf(
  officer('office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
/** Who looks into things records what is wrong: the city's office, inspectors, districts and zones. */
const finders = anyOf(
  officer('inspector', 'assessor', 'office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
const assigners = anyOf(
  officer('office-director', 'office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
/** Whoever stands above those who owe: the city's office and inspectors, districts and zones for their towns. */
const urgers = anyOf(
  officer('office-director', 'office-officer', 'assessor', 'inspector').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);

export const findingPermissions: PolicyTable = {
  Query: {
    reports: anyOf(answering, officer('auditor')),
    myReports: signedIn,
    exposures: anyone,
    officeExposures: cityOffice,
    exposureDuties: cityOffice,
    exposurePreview: officeClerk,
    finding: taskReaders,
    findings: taskReaders,
    myFindings: finders,
    notices: official,
    noticesSent: urgers,
    noticeDigest: official,
    noticeChannels: official,
    noticeAddresses: official,
    noticeDeliveries: official,
  },
  Mutation: {
    fileReport: signedIn,
    replyReport: answering,
    setReplyDue: answering,
    requestFindingLists: taskReaders,
    draftExposure: officeClerk,
    publishExposure: director,
    answerExposure: owners,
    withdrawExposure: director,
    registerReport: officeClerk,
    turnReportIntoFinding: turners,
    turnViolationIntoFinding: finders,
    revealReporter: inspector,
    readNotice: official,
    registerNoticeAddress: official,
    withdrawNoticeAddress: official,
    urgeFinding: urgers,
    urgeTask: urgers,
    recordFinding: finders,
    assignFinding: assigners,
    acceptFinding: owners,
    planRectification: owners,
    requestClosure: owners,
    recheckFinding: finders,
    closeFinding: anyOf(assigners, finders),
    returnFinding: anyOf(assigners, finders),
    holdAccountable: director,
    reopenFinding: finders,
  },
  Region: { findingSummary: sumReaders },
  Unit: { findingSummary: anyOf(sumReaders, officer('unit-liaison')) },
  PublicReport: { '*': signedIn, findings: anyOf(answering, officer('auditor')) },
  Exposure: { '*': anyone, finding: taskReaders },
  ExposureConnection: { '*': anyone },
  ExposureEdge: { '*': anyone },
  NoticeAddress: { '*': signedIn, mobile: signedIn },
  ...openWith(`PublicReportConnection PublicReportEdge ExposurePlace ExposureDuty Finding FindingStep FindingSummary Notice
    NoticeConnection NoticeEdge NoticeReceipt NoticeCount NoticeDelivery NoticeDeliveryConnection NoticeDeliveryEdge
    FindingConnection FindingEdge`),
};
