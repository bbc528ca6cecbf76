// Applies for a payment that goes to no household (申请直接支付): administration or a purchase, out of a use that the council approved.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { booksRefusals } from '../book/books-refusals.rules';
import { refusals } from '../refusals';
import type { CharityPaymentInput } from './charity-use.input';

export async function applyCharityPayment({ inScope }: Context, input: CharityPaymentInput): Promise<string> {
  const { lotId, payee, item, voucher, amount } = input;
  checkId(lotId, '资金批次 lot');
  if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  for (const [field, text] of Object.entries({ payee, item, voucher })) refusePersonalNumbers(field, text);
  const id = newId();
  const run = inScope.write({ action: 'applyCharityPayment', target: id, facts: { lot: lotId } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>(
      'select funds.apply_charity_payment($1, $2, $3, $4, $5, $6) as verdict',
      [...[id, lotId, payee.trim(), item.trim(), voucher.trim(), amount.toString()]],
    );
    if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '资金批次 lot' });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'charity_payment_voucher_once') throw booksRefusals.voucherTaken({ voucher });
    throw error;
  });
  return id;
}
