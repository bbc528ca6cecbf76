// Who may ask what of what waits, the logs, dictionaries, files and the rules (待办、日志、字典、文件、规则包).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, anyone, officer, official } from '#platform/access/rules';
import { groupReaders, logAuditor, planMakers } from './posts.permissions';

/** Rules of the whole city: its office drafts, its director approves. */
const packMakers = officer('office-officer').at('city');
const packApprovers = officer('office-director').at('city');
const packHands = anyOf(packMakers, packApprovers);

export const servicePermissions: PolicyTable = {
  Query: {
    dictionary: anyone,
    dictionaries: anyone,
    organisationPack: official,
    organisationPacks: official,
    organisationPackInForce: official,
    organisationPackFlaws: packHands,
    organisationTodo: official,
    organisationTodoCounts: official,
    organisationLog: logAuditor,
    gatewayLog: logAuditor,
  },
  Mutation: {
    requestOrganisationUpload: planMakers,
    requestOrganisationDownload: groupReaders,
    draftOrganisationPack: packMakers,
    approveOrganisationPack: packApprovers,
    withdrawOrganisationPack: packHands,
  },
  Dictionary: { '*': anyone },
  DictionaryEntry: { '*': anyone },
  GatewayRefusal: { '*': logAuditor },
  PageInfo: { '*': anyone },
  ...openWith(`GatewayRefusalConnection GatewayRefusalEdge OperationLogConnection OperationLogEdge OperationLogEntry TodoItem
    TodoItemConnection TodoItemEdge TodoCount Resolution Pack PackConnection PackEdge PackFlaw PackChange Evidence
    FileTicket`),
};
