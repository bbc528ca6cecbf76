// What the two linked books (两本账) add to funds: changes of authority, cash of the treasury, the pack of uses, and their migrations.
import { auditExtractFile } from './audit-extract-file';
import { statementUpload } from './bank-file-door';
import { AuthorityChange } from './book/authority-change.entity';
import { AuthorityChangeResolver, LotChangesResolver } from './book/authority-change.resolver';
import { booksRefusals } from './book/books-refusals.rules';
import { CashReceipt } from './book/cash-receipt.entity';
import { AllotmentCashResolver, CashReceiptResolver } from './book/cash-receipt.resolver';
import { FundAlertResolver, FundClockFactsResolver, RegionFundClocksResolver } from './clock/fund-clock.resolver';
import { FundTableResolver } from './fund-table/fund-table.resolver';
import { fundTableFile } from './fund-table-file';
import { booksOfNotices } from './migrations/1700000000400-books-of-notices';
import { twoBooks } from './migrations/1700000000401-two-books';
import { noticesAndTheirParts } from './migrations/1700000000402-notices-and-their-parts';
import { authorityAndCash } from './migrations/1700000000403-authority-and-cash';
import { periods } from './migrations/1700000000404-periods';
import { reconciliation } from './migrations/1700000000405-reconciliation';
import { lotsOnADay } from './migrations/1700000000406-lots-on-a-day';
import { sumsByBook } from './migrations/1700000000520-sums-by-book';
import { spendingPlans } from './migrations/1700000000521-spending-plans';
import { statementFiles } from './migrations/1700000000522-statement-files';
import { journalsJudgedTogether } from './migrations/1700000000550-journals-judged-together';
import { onlyWhatWaitsIsLetGo } from './migrations/1700000000551-only-what-waits-is-let-go';
import { FundPeriod } from './period/fund-period.entity';
import { FundPeriodResolver, RegionMonthBooksResolver } from './period/period.resolver';
import { periodRefusals } from './period/period-refusals.rules';
import { FundAccount } from './reconciliation/fund-account.entity';
import { FundStatement } from './reconciliation/fund-statement.entity';
import { ReconciliationItem, StatementLine } from './reconciliation/reconciliation-item.entity';
import { ReconciliationItemResolver, StatementItemsResolver } from './reconciliation/reconciliation-item.resolver';
import { reconciliationRefusals } from './reconciliation/reconciliation-refusals.rules';
import { STATEMENT_FILE } from './reconciliation/request-statement-upload';
import { FundStatementResolver } from './reconciliation/statement.resolver';
import { StatementFile } from './reconciliation/statement-file.entity';
import { StatementFileResolver } from './reconciliation/statement-file.resolver';
import { SpendingPlan } from './spending-plan/spending-plan.entity';
import { SpendingPlanResolver } from './spending-plan/spending-plan.resolver';
import { SpendingPlanLine } from './spending-plan/spending-plan-line.entity';
import {
  DrawnUseResolver,
  RegionSpendingPlanResolver,
  SpendingPlanLineResolver,
} from './spending-plan/spending-plan-line.resolver';
import { spendingPlanRefusals } from './spending-plan/spending-plan-refusals.rules';

export const booksParts = {
  resolvers: [
    AuthorityChangeResolver,
    LotChangesResolver,
    CashReceiptResolver,
    AllotmentCashResolver,
    FundPeriodResolver,
    RegionMonthBooksResolver,
    FundStatementResolver,
    StatementItemsResolver,
    ReconciliationItemResolver,
    RegionFundClocksResolver,
    FundAlertResolver,
    FundClockFactsResolver,
    FundTableResolver,
    SpendingPlanResolver,
    SpendingPlanLineResolver,
    DrawnUseResolver,
    RegionSpendingPlanResolver,
    StatementFileResolver,
  ],
  entities: [
    ...[AuthorityChange, CashReceipt, FundPeriod, FundAccount, FundStatement, StatementLine, ReconciliationItem],
    ...[SpendingPlan, SpendingPlanLine, StatementFile],
  ],
  migrations: [
    ...[booksOfNotices, twoBooks, noticesAndTheirParts, authorityAndCash, periods, reconciliation, lotsOnADay],
    ...[sumsByBook, spendingPlans, statementFiles, journalsJudgedTogether, onlyWhatWaitsIsLetGo],
  ],
  files: { 'fund-table': fundTableFile, 'audit-extract': auditExtractFile },
  uploads: { [STATEMENT_FILE]: statementUpload },
  refusals: { ...booksRefusals, ...periodRefusals, ...reconciliationRefusals, ...spendingPlanRefusals },
} as const;
