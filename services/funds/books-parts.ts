// What the two linked books (两本账) add to funds: changes of authority, cash of the treasury, the pack of uses, and their migrations.
import { AuthorityChange } from './book/authority-change.entity';
import { AuthorityChangeResolver, LotChangesResolver } from './book/authority-change.resolver';
import { booksRefusals } from './book/books-refusals.rules';
import { CashReceipt } from './book/cash-receipt.entity';
import { AllotmentCashResolver, CashReceiptResolver } from './book/cash-receipt.resolver';
import { FundAlertResolver, FundClockFactsResolver, RegionFundClocksResolver } from './clock/fund-clock.resolver';
import { FundTableResolver } from './fund-table/fund-table.resolver';
import { auditExtractFile, fundTableFile } from './fund-table-file';
import { booksOfNotices } from './migrations/1700000000400-books-of-notices';
import { twoBooks } from './migrations/1700000000401-two-books';
import { noticesAndTheirParts } from './migrations/1700000000402-notices-and-their-parts';
import { authorityAndCash } from './migrations/1700000000403-authority-and-cash';
import { periods } from './migrations/1700000000404-periods';
import { reconciliation } from './migrations/1700000000405-reconciliation';
import { lotsOnADay } from './migrations/1700000000406-lots-on-a-day';
import { FundPeriod } from './period/fund-period.entity';
import { FundPeriodResolver, RegionMonthBooksResolver } from './period/period.resolver';
import { periodRefusals } from './period/period-refusals.rules';
import { FundAccount } from './reconciliation/fund-account.entity';
import { FundStatement } from './reconciliation/fund-statement.entity';
import { ReconciliationItem, StatementLine } from './reconciliation/reconciliation-item.entity';
import { ReconciliationItemResolver, StatementItemsResolver } from './reconciliation/reconciliation-item.resolver';
import { reconciliationRefusals } from './reconciliation/reconciliation-refusals.rules';
import { FundStatementResolver } from './reconciliation/statement.resolver';

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
  ],
  entities: [AuthorityChange, CashReceipt, FundPeriod, FundAccount, FundStatement, StatementLine, ReconciliationItem],
  migrations: [booksOfNotices, twoBooks, noticesAndTheirParts, authorityAndCash, periods, reconciliation, lotsOnADay],
  files: { 'fund-table': fundTableFile, 'audit-extract': auditExtractFile },
  refusals: { ...booksRefusals, ...periodRefusals, ...reconciliationRefusals },
} as const;
