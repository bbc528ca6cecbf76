// Records an auction of goods that nobody can use (登记物资拍卖): no more of them than there are.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import type { GiftAuctionInput } from './gift-auction.input';

export async function recordGiftAuction({ inScope }: Context, input: GiftAuctionInput): Promise<string> {
  const { itemId, quantity, reason, auctionedOn, proceeds, voucher } = input;
  checkId(itemId, '物资 goods');
  checkReason(reason);
  if (quantity <= 0) throw invalidInput('quantity', '数量须大于零', 'a quantity is above zero');
  if (proceeds <= 0n) throw refusals.amountNotPositive({ field: 'proceeds' });
  const id = newId();
  await inScope.write({ action: 'recordGiftAuction', target: id, facts: { item: itemId } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>(
      'select funds.record_gift_auction($1, $2, $3, $4, $5, $6, $7) as verdict',
      [id, itemId, quantity, reason.trim(), auctionedOn, proceeds.toString(), voucher.trim()],
    );
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'day') throw charityRefusals.giftDay();
    if (word === 'left') throw charityRefusals.giftItemQuantity({ left: rest });
    if (word !== 'done') throw commonRefusals.notFound({ what: '物资 goods' });
  });
  return id;
}
