// Who may ask what of one-card batches, bank files and recoveries (一卡通、银行文件、追回).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, masked, officer, signedIn } from '#platform/access/rules';
import { director, finance, offices, ofHousehold, readers } from './posts.permissions';

/** 造册 and 核对: whoever of them makes one batch may check another. */
const cardMakers = officer('office-officer', 'town-officer', 'district-officer', 'zone-officer');
const cardCheckers = officer('office-director', 'office-officer', 'district-officer', 'zone-officer');
const bankReaders = officer(
  'finance-officer',
  'office-director',
  'office-officer',
  'district-officer',
  'zone-officer',
  'town-officer',
  'auditor',
);

export const cardPermissions: PolicyTable = {
  Query: {
    cardBatch: readers,
    cardBatches: readers,
    bankFile: bankReaders,
    bankProfiles: readers,
    recoveries: readers,
  },
  Mutation: {
    listCardBatch: cardMakers,
    verifyCardBatch: cardCheckers,
    withdrawCardBatch: anyOf(cardMakers, cardCheckers),
    releaseCardBatch: finance,
    requestBankFile: finance,
    requestBankAnswerUpload: finance,
    takeBankFile: finance,
    demandRecovery: anyOf(cardMakers, cardCheckers),
    receiveRecovery: finance,
    withdrawRecovery: director,
  },
  CardBatch: { '*': signedIn, total: signedIn, files: bankReaders },
  CardBatchSum: { '*': signedIn, amount: signedIn },
  CardLine: {
    '*': signedIn,
    amount: signedIn,
    payee: masked(ofHousehold, anyOf(offices, officer('helper'))),
    proxyFor: masked(ofHousehold, anyOf(offices, officer('helper'))),
    card: masked(ofHousehold),
    idNumber: masked(ofHousehold),
    bankName: ofHousehold,
    batch: readers,
  },
  BankFile: { '*': signedIn, total: signedIn },
  BankFileLine: { '*': signedIn, amount: signedIn },
  Recovery: { '*': signedIn, amount: signedIn, received: signedIn },
  ...openWith(`CardBatchConnection CardBatchEdge CardLineConnection CardLineEdge BankFileLineConnection BankFileLineEdge
    BankFileProfile RecoveryConnection RecoveryEdge`),
};
