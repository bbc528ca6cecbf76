// Who may ask what of programmes, goods and policies (专项、物资、政策).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyone, masked, officer, official, signedIn } from '#platform/access/rules';
import { askedByFunds, caringOrAuditor, keepers, sumReaders } from './posts.permissions';

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
const givers = officer('office-officer', 'district-officer', 'zone-officer', 'town-officer');

export const programmePermissions: PolicyTable = {
  // Read by whoever was given the object: its root field and its rows decide.
  ...openWith(
    `GoodsCount CaseFact CaseCondition NextCaseStep ProgrammeCaseConnection ProgrammeCaseEdge ProgrammeSum CaseStateCount GoodsBalance GoodsLotConnection GoodsLotEdge GoodsMove GoodsMoveConnection GoodsMoveEdge PackageBatch PackageContent PackageBatchConnection PackageBatchEdge DibaoList DibaoDifferenceConnection DibaoDifferenceEdge PolicyVerdict PolicyReason FactToVerify PolicyBriefing PolicyBriefingConnection PolicyBriefingEdge`,
  ),
  Query: {
    programmeCase: caringOrAuditor,
    programmeCases: caringOrAuditor,
    policy: anyone,
    policies: anyone,
    policyDrafts: officer('office-director', 'office-officer', 'unit-liaison'),
  },
  Mutation: {
    openProgrammeCase: programmeWorkers,
    takeProgrammeStep: programmeWorkers,
    receiveGoods: givers,
    sendGoodsOn: givers,
    countGoods: givers,
    openPackageBatch: givers,
    allocateLovePackages: givers,
    recordDibaoList: officer('district-officer', 'zone-officer', 'town-officer'),
    draftPolicy: officer('office-officer', 'unit-liaison'),
    publishPolicy: officer('office-director', 'unit-liaison'),
    recordPolicyBriefing: officer('helper', 'first-secretary', 'village-clerk', 'town-officer'),
  },
  Household: {
    programmeCases: caringOrAuditor,
    policies: caringOrAuditor,
    policyBriefings: caringOrAuditor,
  },
  Region: {
    programmeSums: sumReaders,
    goodsLots: keepers,
    packageBatches: keepers,
    dibaoDifferences: keepers,
  },
  ProgrammeCase: {
    '*': signedIn,
    facts: caringOrAuditor,
    conditions: caringOrAuditor,
  },
  ProgrammeStep: {
    '*': signedIn,
    remark: caringOrAuditor,
  },
  PaymentCase: {
    '*': signedIn,
    grade: askedByFunds,
  },
  GoodsLot: {
    '*': signedIn,
    donor: keepers,
    balance: keepers,
    parent: keepers,
    parts: keepers,
    moves: keepers,
    receiptNumber: keepers,
    count: keepers,
  },
  DibaoDifference: {
    '*': signedIn,
    monthly: signedIn,
    name: masked(keepers),
    idNumber: masked(keepers),
  },
  Policy: {
    '*': anyone,
    region: signedIn,
    draftedBy: official,
    publishedBy: official,
  },
  PolicyConnection: { '*': anyone },
  PolicyEdge: { '*': anyone },
};
