// Who may ask households for what; names of poor people are personal, and a line of business (条线) sees the fields of its line.
import { policy } from '#platform/access/policy';
import { anyOf, lineOf, masked, officer, regionPosts, service, signedIn } from '#platform/access/rules';

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
const healthReaders = anyOf(caringOrAuditor, lineOf('health'));
const askedByFunds = service('funds');

export const permissions = policy({
  Query: {
    householdsRegionTree: service('organisation'),
    householdsAccess: service('organisation'),
    pairingsOn: service('organisation'),
    household: householdReaders,
    householdByNumber: householdReaders,
    households: householdReaders,
    member: householdReaders,
    visits: caringOrAuditor,
    visitExemptions: caringOrAuditor,
    myVisitObligations: officer('helper'),
    pairedHouseholds: service('gateway'),
    householdsForPayment: askedByFunds,
    memberForStay: askedByFunds,
    visitFacts: service('assessments'),
    visitObligationFacts: service('organisation'),
    memberNamesIn: service('assessments'),
    inspectionFrame: service('assessments'),
    householdsLog: officer('log-auditor'),
  },
  Mutation: {
    registerHousehold: officer('town-officer', 'village-clerk'),
    addMember: officer('town-officer', 'village-clerk'),
    recordVisit: officer('helper', 'first-secretary'),
    requestHouseholdsUpload: officer('helper', 'first-secretary'),
    requestHouseholdsDownload: caringOrAuditor,
    requestVisitExemption: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
    approveVisitExemption: exempting,
    refuseVisitExemption: exempting,
    pairHelper: officer('town-officer', 'district-officer', 'zone-officer'),
    setHouseholdState: officer('district-officer', 'zone-officer'),
    revealMember: revealers,
    revealHousehold: revealers,
  },
  Household: {
    '*': signedIn,
    address: masked(caringOrAuditor, caring),
    phone: masked(caringOrAuditor, officer('helper')),
    bankName: caringOrAuditor,
    bankCard: masked(caringOrAuditor),
    visits: caringOrAuditor,
    lastVisit: caringOrAuditor,
    visitObligations: caringOrAuditor,
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
  },
  Revelation: {
    name: revealers,
    idNumber: revealers,
    phone: revealers,
    bankName: revealers,
    bankCard: revealers,
  },
  Region: { '*': signedIn, householdSummary: sumReaders, visitObligations: sumReaders },
  Person: { '*': signedIn, pairedHouseholds: householdReaders },
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
  HouseholdState: { '*': signedIn },
  Visit: { '*': signedIn },
  Evidence: { '*': signedIn },
  FileTicket: { '*': signedIn },
  HouseholdConnection: { '*': signedIn },
  HouseholdEdge: { '*': signedIn },
  VisitConnection: { '*': signedIn },
  VisitEdge: { '*': signedIn },
  PaymentHousehold: { '*': signedIn, headName: askedByFunds, maskedCard: askedByFunds },
  StayMember: { '*': signedIn, nameMasked: askedByFunds, tags: askedByFunds, insured: askedByFunds },
  VisitFact: { '*': signedIn },
  NamePlace: { '*': signedIn },
  InspectionFrameVillage: { '*': signedIn },
  PageInfo: { '*': signedIn },
  OperationLogConnection: { '*': signedIn },
  OperationLogEdge: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
});
