// The parts of funds that medical money between payers and hospitals is made of: its own book, monthly clearing, and what is printed of it.
import { claimListFile } from './claim-list-file';
import { ClaimAgeingResolver } from './clearing/claim-ageing.resolver';
import { ClaimPosting } from './clearing/claim-posting.entity';
import { Clearing } from './clearing/clearing.entity';
import {
  ClearingDeductionResolver,
  ClearingLineResolver,
  ClearingListResolver,
  ClearingResolver,
} from './clearing/clearing.resolver';
import { ClearingDeduction, ClearingLine } from './clearing/clearing-line.entity';
import { ClearingDifference, ClearingList } from './clearing/clearing-list.entity';
import { clearingRefusals } from './clearing/clearing-refusals.rules';
import { ClearingSheetResolver } from './clearing/clearing-sheet.resolver';
import { ClearingStepsResolver } from './clearing/clearing-steps.resolver';
import { ClaimPostingResolver, SettlementClaimsResolver } from './clearing/settlement-claims.resolver';
import { clearingSheetFile } from './clearing-sheet-file';
import { claimJournal } from './migrations/1700000000500-claim-journal';
import { foundClearing } from './migrations/1700000000501-found-clearing';
import { clearingFunctions } from './migrations/1700000000502-clearing-functions';
import { clearingMoney } from './migrations/1700000000503-clearing-money';
import { repaymentsAfterStrikes } from './migrations/1700000000504-repayments-after-strikes';
import { checkedByWhatItNeeds } from './migrations/1700000000560-checked-by-what-it-needs';
import { sealedClaims } from './migrations/1700000000561-sealed-claims';
import { settledInTwoTrips } from './migrations/1700000000562-settled-in-two-trips';

export const clearingParts = {
  resolvers: [
    SettlementClaimsResolver,
    ClaimPostingResolver,
    ClearingResolver,
    ClearingLineResolver,
    ClearingDeductionResolver,
    ClearingListResolver,
    ClearingStepsResolver,
    ClaimAgeingResolver,
    ClearingSheetResolver,
  ],
  entities: [ClaimPosting, Clearing, ClearingLine, ClearingDeduction, ClearingList, ClearingDifference],
  migrations: [
    claimJournal,
    foundClearing,
    clearingFunctions,
    clearingMoney,
    repaymentsAfterStrikes,
    checkedByWhatItNeeds,
    sealedClaims,
    settledInTwoTrips,
  ],
  refusals: clearingRefusals,
  files: { 'clearing-sheet': clearingSheetFile, 'claim-list': claimListFile },
};
