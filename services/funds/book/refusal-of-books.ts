// What the constraints of the two books say (两本账约束), as it is told to whoever met one.
import { brokenConstraint } from '#platform/graph/errors';
import { giftRefusalOf } from '../gift/gift-refusal-of';
import { booksRefusals } from './books-refusals.rules';

export function refusalOfBooks(error: unknown): Error | null {
  const broken = brokenConstraint(error);
  if (broken === 'authority_change_four_eyes') return booksRefusals.changeEyes();
  if (broken === 'balance_never_negative' || broken === 'balance_source_never_positive')
    return booksRefusals.overAllotted();
  if (broken === 'balance_cash_covered') return booksRefusals.cashInsufficient();
  if (broken === 'balance_cash_within_authority') return booksRefusals.cashBeyondAuthority();
  return giftRefusalOf(error);
}
