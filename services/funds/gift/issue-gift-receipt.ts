// Issues the receipt of a gift (开具捐赠票据): after its acceptance, once, with a code for the donor of which only the hash is kept.
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';

/** As long as nobody guesses it, and short enough to stand on a receipt. */
const CODE_BYTES = 10;

export async function issueGiftReceipt(
  { inScope }: Context,
  id: string,
  receiptNumber: string,
): Promise<{ id: string; code: string }> {
  checkId(id, '捐赠 gift');
  if (!/^[0-9A-Za-z-]{4,40}$/.test(receiptNumber))
    throw invalidInput('receiptNumber', '票据号须为 4 至 40 位字母数字', 'a receipt has 4 to 40 letters and digits');
  const code = randomBytes(CODE_BYTES).toString('hex');
  const run = inScope.write({ action: 'issueGiftReceipt', target: id }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.receipt_gift($1, $2, $3) as verdict', [
      ...[id, receiptNumber, createHash('sha256').update(code).digest('hex')],
    ]);
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'receipted') throw charityRefusals.giftReceipted();
    if (word === 'state') throw charityRefusals.giftState({ state: rest, zh: '开具票据', en: 'issue the receipt of' });
    if (word !== 'done') throw commonRefusals.notFound({ what: '捐赠 gift' });
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'gift_receipt_number_once')
      throw charityRefusals.receiptNumberTaken({ receiptNumber });
    throw error;
  });
  return { id, code };
}
