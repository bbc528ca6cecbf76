// Who may ask what of what other subgraphs ask, what waits, the log, files and the rules (服务事实、待办、日志、文件、规则包).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, service, signedIn } from '#platform/access/rules';
import { offices, packApprovers, packMakers } from './posts.permissions';

const packHands = anyOf(packMakers, packApprovers);

export const servicePermissions: PolicyTable = {
  Query: {
    fundsRegionTree: service('organisation'),
    fundsAccess: service('organisation'),
    fundsEvents: service('households'),
    fundsPack: official,
    fundsPacks: official,
    fundsPackInForce: official,
    fundsPackFlaws: packHands,
    fundsTodo: official,
    fundsTodoCounts: official,
    fundsLog: officer('log-auditor'),
  },
  Mutation: {
    draftFundsPack: packMakers,
    approveFundsPack: packApprovers,
    withdrawFundsPack: packHands,
    requestFundsUpload: anyOf(offices, officer('unit-liaison', 'hospital-clerk', 'payer-clerk')),
    requestFundsDownload: signedIn,
  },
  PageInfo: { '*': anyone },
  ...openWith(`Household Person Unit Pack PackConnection PackEdge PackFlaw PackChange OperationLogConnection OperationLogEdge
    OperationLogEntry TodoItem TodoItemConnection TodoItemEdge TodoCount FileTicket Evidence`),
};
