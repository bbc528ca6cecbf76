// What the two linked books (两本账) add to funds: changes of authority, cash of the treasury, the pack of uses, and their migrations.
import { AuthorityChange } from './book/authority-change.entity';
import { AuthorityChangeResolver, LotChangesResolver } from './book/authority-change.resolver';
import { booksRefusals } from './book/books-refusals.rules';
import { CashReceipt } from './book/cash-receipt.entity';
import { AllotmentCashResolver, CashReceiptResolver } from './book/cash-receipt.resolver';
import { booksOfNotices } from './migrations/1700000000400-books-of-notices';
import { twoBooks } from './migrations/1700000000401-two-books';
import { noticesAndTheirParts } from './migrations/1700000000402-notices-and-their-parts';
import { authorityAndCash } from './migrations/1700000000403-authority-and-cash';

export const booksParts = {
  resolvers: [AuthorityChangeResolver, LotChangesResolver, CashReceiptResolver, AllotmentCashResolver],
  entities: [AuthorityChange, CashReceipt],
  migrations: [booksOfNotices, twoBooks, noticesAndTheirParts, authorityAndCash],
  refusals: booksRefusals,
} as const;
