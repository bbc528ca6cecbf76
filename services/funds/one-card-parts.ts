// The parts of funds that one-card batches are made of.
import { bankAnswerUpload, bankFileDownload } from './bank-file-door';
import { foundOneCard } from './migrations/1700000000460-found-one-card';
import { cardMoney } from './migrations/1700000000461-card-money';
import { cardFunctions } from './migrations/1700000000462-card-functions';
import { bankAnswers } from './migrations/1700000000463-bank-answers';
import { recoveryFunctions } from './migrations/1700000000464-recovery-functions';
import { releasedIsNotSpent } from './migrations/1700000000465-released-is-not-spent';
import { BankFile } from './one-card/bank-file.entity';
import { BankFileLineResolver, BankFileResolver } from './one-card/bank-file.resolver';
import { CardBatch } from './one-card/card-batch.entity';
import { CardBatchResolver } from './one-card/card-batch.resolver';
import { CardLine } from './one-card/card-line.entity';
import {
  CardLineResolver,
  DisbursementCardBatchesResolver,
  PaymentCardLinesResolver,
} from './one-card/card-line.resolver';
import { oneCardRefusals } from './one-card/one-card-refusals.rules';
import { Recovery } from './one-card/recovery.entity';
import { PaymentRecoveriesResolver, RecoveryResolver } from './one-card/recovery.resolver';
import { BANK_ANSWER, BANK_FILE } from './one-card/request-bank-file';

export const oneCardParts = {
  resolvers: [
    CardBatchResolver,
    CardLineResolver,
    PaymentCardLinesResolver,
    DisbursementCardBatchesResolver,
    BankFileResolver,
    BankFileLineResolver,
    RecoveryResolver,
    PaymentRecoveriesResolver,
  ],
  entities: [CardBatch, CardLine, BankFile, Recovery],
  migrations: [foundOneCard, cardMoney, cardFunctions, bankAnswers, recoveryFunctions, releasedIsNotSpent],
  refusals: oneCardRefusals,
  files: { [BANK_FILE]: bankFileDownload },
  uploads: { [BANK_ANSWER]: bankAnswerUpload },
};
