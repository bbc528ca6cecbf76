// Pays what goes to no household (直接支付): by another person than who applied for it and who recorded the resolution.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusalOfBooks } from '../book/refusal-of-books';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';

export async function payCharityPayment(
  { caller, inScope }: Context,
  id: string,
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '支付 payment');
  const once = { subgraph: 'funds', caller, operation: 'payCharityPayment', idempotencyKey, payload: { id } } as const;
  const run = inScope.write({ action: 'payCharityPayment', target: id }, (rows) =>
    onceOnly(rows, once, async () => {
      const [answer] = await rows.query<{ verdict: string }>('select funds.pay_charity_use($1, $2) as verdict', [
        ...[id, newId()],
      ]);
      const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
      if (word === 'state') throw charityRefusals.charityPaymentState({ state: rest, zh: '支付', en: 'pay' });
      if (word !== 'done') throw commonRefusals.notFound({ what: '支付 payment' });
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'charity_payment_four_eyes') throw charityRefusals.charityPaymentEyes();
    throw refusalOfBooks(error) ?? error;
  });
}
