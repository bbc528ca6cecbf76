// Approves or returns an auction (批准、退回物资拍卖), never by whoever recorded it: approved, its proceeds are a lot of the gift, and the goods are told to be gone.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { booksRefusals } from '../book/books-refusals.rules';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { charityRules } from '../charity-fund/charity-rules';
import { tellOthers } from '../outbox/tell-others';
import { AuctionOutcome, GiftAuction } from './gift-auction.entity';

export async function decideGiftAuction(
  context: Context,
  id: string,
  outcome: AuctionOutcome,
  idempotencyKey: string,
): Promise<string> {
  checkId(id, '拍卖 auction');
  const { caller, inScope } = context;
  const { undesignatedPurpose } = (await charityRules(context)).content;
  const operation = outcome === AuctionOutcome.approved ? 'approveGiftAuction' : 'returnGiftAuction';
  const once = { subgraph: 'funds', caller, operation, idempotencyKey, payload: { id } } as const;
  const run = inScope.write({ action: operation, target: id }, (rows) =>
    onceOnly(rows, once, async () => {
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_gift_auction($1, $2, $3, $4, $5, $6, $7) as verdict',
        [id, outcome, undesignatedPurpose, newId(), newId(), newId(), newId()],
      );
      if (answer?.verdict === 'decided') throw charityRefusals.giftAuctionDecided();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '拍卖 auction' });
      const [told] = await rows.select(GiftAuction, 'where t.id = $1', [id]);
      if (told && outcome === AuctionOutcome.approved)
        await tellOthers(rows, {
          ...{ kind: 'goods-withdrawn', subjectId: told.itemId },
          body: { giftId: told.giftId, itemId: told.itemId, quantity: told.quantity },
        });
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    const broken = brokenConstraint(error);
    if (broken === 'gift_auction_four_eyes' || broken === 'allotment_four_eyes')
      throw charityRefusals.giftAuctionEyes();
    if (broken === 'cash_receipt_voucher_once') throw booksRefusals.voucherTaken({ voucher: '' });
    throw error;
  });
}
