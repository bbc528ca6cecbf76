// Who may ask what of what other subgraphs ask, what waits, the log, files and the rules (服务事实、待办、日志、文件、规则包).
import type { PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official, service, signedIn } from '#platform/access/rules';
import { offices, packApprovers, packMakers } from './posts.permissions';

const packHands = anyOf(packMakers, packApprovers);

export const servicePermissions: PolicyTable = {
  Query: {
    fundsRegionTree: service('organisation'),
    fundsAccess: service('organisation'),
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
  Region: { '*': signedIn },
  Household: { '*': signedIn },
  Person: { '*': signedIn },
  Unit: { '*': signedIn },
  Pack: { '*': signedIn },
  PackConnection: { '*': signedIn },
  PackEdge: { '*': signedIn },
  PackFlaw: { '*': signedIn },
  PackChange: { '*': signedIn },
  OperationLogConnection: { '*': signedIn },
  OperationLogEdge: { '*': signedIn },
  OperationLogEntry: { '*': signedIn },
  TodoItem: { '*': signedIn },
  TodoItemConnection: { '*': signedIn },
  TodoItemEdge: { '*': signedIn },
  TodoCount: { '*': signedIn },
  FileTicket: { '*': signedIn },
  PageInfo: { '*': anyone },
  Evidence: { '*': signedIn },
};
