// Who may ask assessments for what.
import { policy } from '#platform/access/policy';
import { anyOf, anyone, officer, official, regionPosts, service, signedIn } from '#platform/access/rules';

const businessReaders = officer(...regionPosts, 'auditor');
const taskReaders = anyOf(businessReaders, officer('unit-liaison'));
const sumReaders = anyOf(businessReaders, officer('observer'));
/** The officer of the region that a light is about. */
const litOfficer = anyOf(
  officer('town-officer').at('town'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);
const owners = anyOf(officer('unit-liaison'), litOfficer);
const cityOffice = officer('office-director', 'office-officer', 'assessor', 'inspector', 'auditor').at('city');
const assessor = officer('assessor').at('city');
const director = officer('office-director').at('city');
const inspector = officer('inspector');
const organisers = officer('inspector', 'assessor', 'office-officer').at('city');
const inspectionReaders = anyOf(businessReaders, officer('unit-liaison'));
/** Who may be taken along on a tour, and marks what it is shown. */
const tourMembers = officer(...regionPosts, 'unit-liaison');
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
/** Persons behind a published light are named to officials, not to the public. */
const officials = anyOf(businessReaders, officer('unit-liaison', 'reviewer', 'helper', 'observer'));
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
const packMakers = officer('office-officer', 'assessor').at('city');
const packApprovers = director;
const packHands = anyOf(packMakers, packApprovers);

/** Whoever stands above those who owe: the city's office and inspectors, districts and zones for their towns. */
const urgers = anyOf(
  officer('office-director', 'office-officer', 'assessor', 'inspector').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);

/** Who makes a meeting's resolutions tasks: the office of the region that met. */
const groupOffices = anyOf(
  officer('office-director', 'office-officer').at('city'),
  officer('district-officer').at('district'),
  officer('zone-officer').at('zone'),
);

/** What is read by whoever was given the object: its root field and its rows decide. */
const withTheirObject = Object.fromEntries(
  `
    AiringSeal Procedure Supervision SupervisionConnection SupervisionEdge SupervisionSubject Bulletin
    ExpertOpinion Household VisitDraw VisitDrawConnection VisitDrawEdge VisitSample FrameVillage PublicNumber
    PublicNumberConnection PublicNumberEdge PeerDraw PeerAssignment TourParticipant TourMark TaskConnection TaskEdge ProgressConnection ProgressEdge
    LightAppealConnection LightAppealEdge InspectionConnection InspectionEdge PublicReportConnection
    PublicReportEdge QuarterlyReport QuarterlyReportConnection QuarterlyReportEdge QuarterlySection
    QuarterlyFigure QuarterlyFigureConnection QuarterlyFigureEdge PackConnection PackEdge FindingConnection FindingEdge OperationLogConnection OperationLogEdge`
    .trim()
    .split(/\s+/)
    .map((type) => [type, { '*': signedIn }]),
);

export const permissions = policy({
  Query: {
    assessmentsRegionTree: service('organisation'),
    assessmentsAccess: service('organisation'),
    task: taskReaders,
    tasks: taskReaders,
    progressReports: taskReaders,
    unitResults: anyOf(cityOffice, officer('reviewer')),
    lights: anyone,
    lightRound: cityOffice,
    recomputeLight: officials,
    publishedSums: officials,
    lightAppeals: businessReaders,
    annualReviews: anyOf(cityOffice, officer('reviewer')),
    airing: anyone,
    airings: anyone,
    airingSeal: service('organisation'),
    tour: anyone,
    tours: anyone,
    procedures: official,
    visitDraw: businessReaders,
    visitDraws: businessReaders,
    myVisitDraws: inspector,
    publicNumbers: inspectionReaders,
    supervision: inspectionReaders,
    supervisions: inspectionReaders,
    inspection: inspectionReaders,
    inspections: inspectionReaders,
    myInspections: inspector,
    reports: anyOf(answering, officer('auditor')),
    myReports: signedIn,
    tenJobReports: businessReaders,
    brightPoints: official,
    quarterlyReport: businessReaders,
    quarterlyReports: businessReaders,
    checklists: taskReaders,
    assessmentsPack: official,
    assessmentsPacks: official,
    assessmentsPackInForce: official,
    assessmentsPackFlaws: packHands,
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
    assessmentsTodo: official,
    assessmentsTodoCounts: official,
    assessmentsLog: officer('log-auditor'),
  },
  Mutation: {
    draftAssessmentsPack: packMakers,
    approveAssessmentsPack: packApprovers,
    withdrawAssessmentsPack: packHands,
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
    reportProgress: owners,
    taskResolution: groupOffices,
    verifyProgress: inspector,
    confirmProgress: assessor,
    returnProgress: assessor,
    sealUnitResults: director,
    proposeLights: assessor,
    confirmLights: director,
    appealLight: litOfficer,
    compileAnnualReviews: assessor,
    acknowledgeAnnualReview: officer('reviewer'),
    writeAnnualAddendum: assessor,
    signAnnualAddendum: director,
    decideAppeal: officer('office-director', 'office-officer', 'assessor').at('city'),
    recordConsequence: officer('office-director', 'office-officer').at('city'),
    askRelease: litOfficer,
    releaseLight: director,
    draftAiring: assessor,
    sealAiring: director,
    showAiring: director,
    planTour: organisers,
    markTour: tourMembers,
    compileTour: organisers,
    sealTour: director,
    showTour: director,
    drawPeerChecks: organisers,
    recordPeerCheck: owners,
    planSupervision: organisers,
    carryOutSupervision: organisers,
    giveExpertOpinion: organisers,
    closeSupervisionRecord: organisers,
    releaseSupervision: organisers,
    recordPublicNumber: officer('office-officer', 'assessor').at('city'),
    commitVisitDraw: inspector,
    drawVisitSample: inspector,
    releaseVisitDraw: inspector,
    recordInspection: inspector,
    releaseInspection: inspector,
    fileReport: signedIn,
    replyReport: answering,
    setReplyDue: answering,
    requestAssessmentsUpload: anyOf(officer(...regionPosts), officer('unit-liaison')),
    requestAssessmentsDownload: signedIn,
    requestFindingLists: taskReaders,
    requestSupervisionOrder: taskReaders,
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
  Region: {
    '*': anyone,
    checklist: taskReaders,
    taskSummary: sumReaders,
    checklistScore: sumReaders,
    findingSummary: sumReaders,
    tenJobs: sumReaders,
    brightPoints: official,
    publishedSums: officials,
    quarterlyReport: businessReaders,
  },
  Unit: {
    '*': anyone,
    tasks: taskReaders,
    progressSummary: anyOf(sumReaders, officer('unit-liaison')),
    checklistScore: anyOf(sumReaders, officer('unit-liaison')),
    result: anyOf(cityOffice, officer('reviewer')),
    annualReview: anyOf(cityOffice, officer('reviewer')),
    score: anyOf(cityOffice, officer('reviewer')),
    findingSummary: anyOf(sumReaders, officer('unit-liaison')),
  },
  Person: { '*': anyone },
  Resolution: { '*': anyone, tasks: taskReaders },
  Task: { '*': signedIn },
  TaskSummary: { '*': signedIn },
  TaskScore: { '*': signedIn },
  ChecklistScore: { '*': signedIn },
  Checklist: { '*': signedIn },
  Progress: { '*': signedIn },
  UnitResult: { '*': signedIn },
  Light: {
    '*': anyone,
    tasks: taskReaders,
    proposedBy: officials,
    confirmedBy: officials,
    appeal: businessReaders,
    releases: businessReaders,
  },
  AnnualReview: { '*': signedIn },
  AnnualAddendum: { '*': signedIn },
  LightConsequence: { '*': anyone },
  LightAppeal: { '*': signedIn },
  LightRelease: { '*': signedIn },
  Recomputation: { '*': signedIn },
  PublishedSum: { '*': signedIn },
  PublishedSumConnection: { '*': signedIn },
  PublishedSumEdge: { '*': signedIn },
  LightReason: { '*': anyone },
  LightRound: { '*': signedIn },
  Score: { '*': anyone, drawnBy: officials },
  ScoreNode: { '*': anyone },
  ScoreFigures: { '*': anyone },
  ScoreRowsQuestion: { '*': anyone },
  ScoreSource: { '*': anyone },
  Airing: { '*': anyone, draftedBy: officials, sealedBy: officials },
  AiringEntry: { '*': anyone },
  Tour: {
    '*': anyone,
    supervision: inspectionReaders,
    participants: inspectionReaders,
    marks: inspectionReaders,
    myMarks: inspectionReaders,
    compiledBy: officials,
    sealedBy: officials,
  },
  TourSite: { '*': anyone, subject: inspectionReaders },
  TourResult: { '*': anyone },
  Inspection: { '*': signedIn },
  PublicReport: { '*': signedIn, findings: anyOf(answering, officer('auditor')) },
  ...withTheirObject,
  PublicReportConnection: { '*': signedIn },
  PublicReportEdge: { '*': signedIn },
  TenJob: { '*': signedIn, amount: signedIn, disbursed: signedIn },
  TenJobReport: { '*': signedIn, amount: signedIn },
  TenJobReportConnection: { '*': signedIn },
  TenJobReportEdge: { '*': signedIn },
  BrightPoint: { '*': signedIn },
  BrightPointConnection: { '*': signedIn },
  BrightPointEdge: { '*': signedIn },
  BrightPointAdoption: { '*': signedIn },
  BrightPointFollowUp: { '*': signedIn },
  Pack: { '*': signedIn },
  PackFlaw: { '*': signedIn },
  PackChange: { '*': signedIn },
  Evidence: { '*': anyone },
  Exposure: { '*': anyone, finding: taskReaders },
  ExposureConnection: { '*': anyone },
  ExposureEdge: { '*': anyone },
  ExposurePlace: { '*': signedIn },
  ExposureDuty: { '*': signedIn },
  FileTicket: { '*': signedIn },
  Finding: { '*': signedIn },
  FindingStep: { '*': signedIn },
  FindingSummary: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
  Notice: { '*': signedIn },
  NoticeConnection: { '*': signedIn },
  NoticeEdge: { '*': signedIn },
  NoticeReceipt: { '*': signedIn },
  NoticeCount: { '*': signedIn },
  NoticeAddress: { '*': signedIn, mobile: signedIn },
  NoticeDelivery: { '*': signedIn },
  NoticeDeliveryConnection: { '*': signedIn },
  NoticeDeliveryEdge: { '*': signedIn },
  TodoItem: { '*': signedIn },
  TodoItemConnection: { '*': signedIn },
  TodoItemEdge: { '*': signedIn },
  TodoCount: { '*': signedIn },
  PageInfo: { '*': anyone },
});
