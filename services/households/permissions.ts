// Who may ask households for what; names of poor people are personal, and a line of business (条线) sees the fields of its line.
import { policy } from '#platform/access/policy';
import {
  anyOf,
  anyone,
  lineOf,
  masked,
  officer,
  official,
  regionPosts,
  service,
  signedIn,
} from '#platform/access/rules';

/** Officials of a region, and helpers for their own households: they see the people behind the figures. */
const caring = officer(...regionPosts, 'helper');
const caringOrAuditor = officer(...regionPosts, 'helper', 'auditor');
/** Whoever may see single households at all, of those that lie in the own scope. */
export const householdReaders = officer(...regionPosts, 'helper', 'auditor', 'unit-liaison');
const sumReaders = officer(...regionPosts, 'helper', 'auditor', 'unit-liaison', 'observer');
const revealers = officer(
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'helper',
);
/** Who is exempt is decided above the village. */
const exempting = officer('town-officer', 'district-officer', 'zone-officer');
/** Who registers households brings their sheets; a sheet may do no more than its bringer. */
const importing = officer('town-officer', 'village-clerk', 'district-officer', 'zone-officer');
const healthReaders = anyOf(caringOrAuditor, lineOf('health'));
/** Whoever may be the nearest superior of two households. */
const superiors = officer('office-director', 'office-officer', 'district-officer', 'zone-officer', 'town-officer');
const superiorsOrAuditor = officer(
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'auditor',
);
/** A complaint about data is answered by a third person, up to the director. */
const answering = officer('office-director', 'district-officer', 'zone-officer', 'town-officer');
/** Who brings cases of programmes forward; which step is whose, the programme's pack says. */
const programmeWorkers = officer(
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'village-clerk',
  'first-secretary',
  'helper',
);
/** Goods and lists of dibao are kept in offices; a helper reads what went to paired households. */
const keepers = officer(...regionPosts, 'auditor');
const givers = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer');
const askedByFunds = service('funds');

/** What is read by whoever was given the object: its root field and its rows decide. */
const withTheirObject = Object.fromEntries(
  `
    Duplicate DuplicateConnection DuplicateEdge MemberCheck MemberCheckConnection MemberCheckEdge Comparison ComparisonConnection ComparisonEdge
    ComparisonMatchConnection ComparisonMatchEdge DataComplaintConnection DataComplaintEdge FigureStep CorrectionEffect SumEffect VisitEffect PaidEffect
    RegisterHit RegisterHitConnection RegisterHitEdge
    CaseFact CaseCondition NextCaseStep ProgrammeCaseConnection ProgrammeCaseEdge ProgrammeSum CaseStateCount GoodsBalance
    GoodsLotConnection GoodsLotEdge GoodsMove GoodsMoveConnection GoodsMoveEdge PackageBatch PackageContent PackageBatchConnection
    PackageBatchEdge DibaoList DibaoDifferenceConnection DibaoDifferenceEdge PolicyVerdict PolicyReason FactToVerify PolicyBriefing
    PolicyBriefingConnection PolicyBriefingEdge`
    .trim()
    .split(/\s+/)
    .map((type) => [type, { '*': signedIn }]),
);

export const permissions = policy({
  ...withTheirObject,
  Query: {
    programmeCase: caringOrAuditor,
    programmeCases: caringOrAuditor,
    programmeCasesForPayment: askedByFunds,
    policy: anyone,
    policies: anyone,
    policyDrafts: officer('office-director', 'office-officer', 'unit-liaison'),
    householdsRegionTree: service('organisation'),
    householdsAccess: service('organisation'),
    pairingsOn: service('organisation'),
    household: householdReaders,
    householdByNumber: householdReaders,
    households: householdReaders,
    member: householdReaders,
    searchRegister: householdReaders,
    duplicates: superiorsOrAuditor,
    memberChecks: superiorsOrAuditor,
    comparisons: superiorsOrAuditor,
    dataComplaints: caringOrAuditor,
    myDataComplaints: signedIn,
    correctionEffect: answering,
    comparisonMatches: superiorsOrAuditor,
    visits: caringOrAuditor,
    visitExemptions: caringOrAuditor,
    myVisitObligations: officer('helper'),
    pairedHouseholds: service('gateway'),
    householdsForPayment: askedByFunds,
    memberForStay: askedByFunds,
    visitFacts: service('assessments'),
    visitObligationFacts: service('organisation', 'assessments'),
    memberNamesIn: service('assessments'),
    inspectionFrame: service('assessments'),
    householdsTodo: official,
    householdsTodoCounts: official,
    householdsLog: officer('log-auditor'),
    registerImport: importing,
    registerImports: importing,
  },
  Mutation: {
    openProgrammeCase: programmeWorkers,
    takeProgrammeStep: programmeWorkers,
    receiveGoods: givers,
    sendGoodsOn: givers,
    openPackageBatch: givers,
    allocateLovePackages: givers,
    recordDibaoList: officer('district-officer', 'zone-officer', 'town-officer'),
    draftPolicy: officer('office-officer', 'unit-liaison'),
    publishPolicy: officer('office-director', 'unit-liaison'),
    recordPolicyBriefing: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
    registerHousehold: importing,
    addMember: importing,
    requestRegisterUpload: importing,
    checkRegisterImport: importing,
    commitRegisterImport: importing,
    requestRegisterFlaws: importing,
    requestHouseholdList: householdReaders,
    recordVisits: officer('helper', 'first-secretary'),
    requestHouseholdsUpload: officer(
      'helper',
      'first-secretary',
      'village-clerk',
      'town-officer',
      'district-officer',
      'zone-officer',
    ),
    requestHouseholdsDownload: caringOrAuditor,
    requestVisitExemption: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
    approveVisitExemption: exempting,
    refuseVisitExemption: exempting,
    decideDuplicate: superiors,
    fileDataComplaint: officer('town-officer', 'village-clerk', 'first-secretary', 'helper'),
    fileOwnDataComplaint: signedIn,
    examineDataComplaint: exempting,
    answerDataComplaint: answering,
    submitComparison: officer('office-officer', 'district-officer', 'zone-officer'),
    verifyComparisonMatch: officer('town-officer'),
    returnComparisonMatch: exempting,
    closeComparisonMatch: exempting,
    answerMemberCheck: officer('town-officer'),
    pairHelper: officer('town-officer', 'district-officer', 'zone-officer'),
    setHouseholdState: officer('district-officer', 'zone-officer'),
    revealMember: revealers,
    revealHousehold: revealers,
  },
  Household: {
    '*': signedIn,
    programmeCases: caringOrAuditor,
    policies: caringOrAuditor,
    policyBriefings: caringOrAuditor,
    address: masked(caringOrAuditor, caring),
    phone: masked(caringOrAuditor, officer('helper')),
    bankName: caringOrAuditor,
    bankCard: masked(caringOrAuditor),
    visits: caringOrAuditor,
    lastVisit: caringOrAuditor,
    visitObligations: caringOrAuditor,
    living: anyOf(caringOrAuditor, lineOf('housing'), lineOf('water')),
  },
  Member: {
    '*': signedIn,
    name: masked(householdReaders, caring),
    idNumber: masked(caringOrAuditor),
    birthday: caringOrAuditor,
    ethnicity: caringOrAuditor,
    education: anyOf(caringOrAuditor, lineOf('education')),
    health: healthReaders,
    labour: caringOrAuditor,
    insured: healthReaders,
    schooling: anyOf(caringOrAuditor, lineOf('education')),
    workPlace: caringOrAuditor,
    workMonths: caringOrAuditor,
    dibao: anyOf(caringOrAuditor, lineOf('civil-affairs')),
    criticalIllnessInsured: healthReaders,
    pensionInsured: caringOrAuditor,
    disabilityKind: healthReaders,
    disabilityGrade: healthReaders,
    duplicates: superiorsOrAuditor,
  },
  LivingConditions: { '*': signedIn },
  Revelation: {
    name: revealers,
    idNumber: revealers,
    phone: revealers,
    bankName: revealers,
    bankCard: revealers,
  },
  Region: {
    '*': signedIn,
    programmeSums: sumReaders,
    goodsLots: keepers,
    packageBatches: keepers,
    dibaoComparison: officer(...regionPosts, 'auditor', 'observer'),
    dibaoDifferences: keepers,
    householdSummary: sumReaders,
    visitObligations: sumReaders,
    visits: caringOrAuditor,
  },
  Person: { '*': signedIn, pairedHouseholds: householdReaders, flaggedVisits: caringOrAuditor },
  RegionHouseholds: { '*': signedIn },
  StateCount: { '*': signedIn },
  RegionVisits: { '*': signedIn },
  VisitObligations: { '*': signedIn, overdue: caringOrAuditor },
  VisitObligation: { '*': signedIn },
  VisitObligationConnection: { '*': signedIn },
  VisitObligationEdge: { '*': signedIn },
  ObligationCounts: { '*': signedIn },
  ObligationFact: { '*': signedIn },
  ObligationLineCounts: { '*': signedIn },
  VisitExemption: { '*': signedIn },
  VisitExemptionConnection: { '*': signedIn },
  VisitExemptionEdge: { '*': signedIn },
  ProgrammeCase: { '*': signedIn, facts: caringOrAuditor, conditions: caringOrAuditor },
  ProgrammeStep: { '*': signedIn, remark: caringOrAuditor },
  PaymentCase: { '*': signedIn, grade: askedByFunds },
  GoodsLot: { '*': signedIn, donor: keepers, balance: keepers, parent: keepers, parts: keepers, moves: keepers },
  DibaoComparison: { '*': signedIn, monthly: signedIn },
  DibaoDifference: { '*': signedIn, monthly: signedIn, name: masked(keepers), idNumber: masked(keepers) },
  Policy: { '*': anyone, region: signedIn, draftedBy: official, publishedBy: official },
  PolicyConnection: { '*': anyone },
  PolicyEdge: { '*': anyone },
  HouseholdState: { '*': signedIn },
  Visit: { '*': signedIn, place: caring },
  VisitPlace: { '*': signedIn },
  VisitFlag: { '*': signedIn },
  VisitOutcome: { '*': signedIn },
  VisitRefusal: { '*': signedIn },
  Evidence: { '*': signedIn },
  FileTicket: { '*': signedIn },
  ComparisonMatch: { '*': signedIn, fact: exempting },
  DataComplaint: {
    '*': signedIn,
    proposed: caringOrAuditor,
    effect: superiorsOrAuditor,
    explanation: caringOrAuditor,
    finding: caringOrAuditor,
    filedBy: caringOrAuditor,
    examinedBy: caringOrAuditor,
    answeredBy: caringOrAuditor,
  },
  HouseholdConnection: { '*': signedIn },
  HouseholdEdge: { '*': signedIn },
  VisitConnection: { '*': signedIn },
  VisitEdge: { '*': signedIn },
  RegisterImport: { '*': signedIn },
  RegisterImportConnection: { '*': signedIn },
  RegisterImportEdge: { '*': signedIn },
  RegisterImportFlaw: { '*': signedIn },
  RegisterImportFlawConnection: { '*': signedIn },
  RegisterImportFlawEdge: { '*': signedIn },
  RegisterImportDifference: { '*': signedIn, exported: importing, current: importing, uploaded: importing },
  RegisterImportDifferenceConnection: { '*': signedIn },
  RegisterImportDifferenceEdge: { '*': signedIn },
  PaymentHousehold: { '*': signedIn, headName: askedByFunds, maskedCard: askedByFunds },
  StayMember: { '*': signedIn, nameMasked: askedByFunds, tags: askedByFunds, insured: askedByFunds },
  VisitFact: { '*': signedIn },
  NamePlace: { '*': signedIn },
  InspectionFrameVillage: { '*': signedIn },
  TodoItem: { '*': signedIn },
  TodoItemConnection: { '*': signedIn },
  TodoItemEdge: { '*': signedIn },
  TodoCount: { '*': signedIn },
  PageInfo: { '*': anyone },
  OperationLogConnection: { '*': signedIn },
  OperationLogEdge: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
});
