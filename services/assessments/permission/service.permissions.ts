// Who may ask what of what other subgraphs ask, what waits, the log, files and the rules (服务事实、待办、日志、文件、规则包).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, regionPosts, service, signedIn } from '#platform/access/rules';
import { director } from './posts.permissions';

const packMakers = officer('office-officer', 'assessor').at('city');
const packApprovers = director;
const packHands = anyOf(packMakers, packApprovers);

export const servicePermissions: PolicyTable = {
  Query: {
    assessmentsRegionTree: service('organisation'),
    assessmentsAccess: service('organisation'),
    airingSeal: service('organisation'),
    assessmentsPack: official,
    assessmentsPacks: official,
    assessmentsPackInForce: official,
    assessmentsPackFlaws: packHands,
    assessmentsTodo: official,
    assessmentsTodoCounts: official,
    assessmentsLog: officer('log-auditor'),
  },
  Mutation: {
    draftAssessmentsPack: packMakers,
    approveAssessmentsPack: packApprovers,
    withdrawAssessmentsPack: packHands,
    requestAssessmentsUpload: anyOf(officer(...regionPosts), officer('unit-liaison')),
    requestAssessmentsDownload: signedIn,
  },
  Region: { '*': anyone },
  Unit: { '*': anyone },
  Person: { '*': anyone },
  Resolution: { '*': anyone },
  Evidence: { '*': anyone },
  PageInfo: { '*': anyone },
  ...openWith(`Pack PackFlaw PackChange FileTicket OperationLogEntry TodoItem TodoItemConnection TodoItemEdge TodoCount AiringSeal
    Household PackConnection PackEdge OperationLogConnection OperationLogEdge`),
};
