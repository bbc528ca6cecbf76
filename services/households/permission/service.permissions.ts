// Who may ask what of what other subgraphs ask, what waits, the log and the rules (服务事实、待办、日志、规则包).
import type { PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, service, signedIn } from '#platform/access/rules';
import { askedByFunds } from './posts.permissions';

const packMakers = officer('office-officer', 'assessor').at('city');
const packApprovers = officer('office-director').at('city');
const packHands = anyOf(packMakers, packApprovers);

export const servicePermissions: PolicyTable = {
  Query: {
    programmeCasesForPayment: askedByFunds,
    householdsRegionTree: service('organisation'),
    householdsAccess: service('organisation'),
    householdsForPayment: askedByFunds,
    memberForStay: askedByFunds,
    insuredOn: askedByFunds,
    visitFacts: service('assessments'),
    liftedFacts: service('organisation'),
    visitObligationFacts: service('organisation', 'assessments'),
    memberNamesIn: service('assessments'),
    inspectionFrame: service('assessments'),
    householdsTodo: official,
    householdsTodoCounts: official,
    householdsLog: officer('log-auditor'),
    householdsPack: official,
    householdsPacks: official,
    householdsPackInForce: official,
    householdsPackFlaws: packHands,
  },
  Mutation: {
    draftHouseholdsPack: packMakers,
    approveHouseholdsPack: packApprovers,
    withdrawHouseholdsPack: packHands,
  },
  Evidence: { '*': signedIn },
  FileTicket: { '*': signedIn },
  PaymentHousehold: {
    '*': signedIn,
    headName: askedByFunds,
    maskedCard: askedByFunds,
  },
  StayMember: {
    '*': signedIn,
    nameMasked: askedByFunds,
    tags: askedByFunds,
    insured: askedByFunds,
  },
  VisitFact: { '*': signedIn },
  LiftedFact: { '*': signedIn },
  NamePlace: { '*': signedIn },
  InspectionFrameVillage: { '*': signedIn },
  TodoItem: { '*': signedIn },
  TodoItemConnection: { '*': signedIn },
  TodoItemEdge: { '*': signedIn },
  TodoCount: { '*': signedIn },
  Pack: { '*': signedIn },
  PackConnection: { '*': signedIn },
  PackEdge: { '*': signedIn },
  PackFlaw: { '*': signedIn },
  PackChange: { '*': signedIn },
  PageInfo: { '*': anyone },
  OperationLogConnection: { '*': signedIn },
  OperationLogEdge: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
};
