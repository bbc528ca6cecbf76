// Who may ask what of what other subgraphs ask, what waits, the log and the rules (服务事实、待办、日志、规则包).
import { openWith, type PolicyTable } from '#platform/access/policy';
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
    giftGoods: askedByFunds,
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
  PageInfo: { '*': anyone },
  ...openWith(`Evidence FileTicket VisitFact LiftedFact NamePlace InspectionFrameVillage TodoItem TodoItemConnection TodoItemEdge
    TodoCount Pack PackConnection PackEdge PackFlaw PackChange OperationLogConnection OperationLogEdge OperationLogEntry`),
};
