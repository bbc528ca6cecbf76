// Accepts a gift (验收捐赠), never by whoever recorded it: money is born as a lot of the donation book, goods are told to those who keep love packages.
import type { WriteRows } from '#platform/database/in-scope';
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
import { Gift } from './gift.entity';
import { GiftItem } from './gift-item.entity';

export async function acceptGift(context: Context, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '捐赠 gift');
  const { caller, inScope } = context;
  const { undesignatedPurpose } = (await charityRules(context)).content;
  const once = { subgraph: 'funds', caller, operation: 'acceptGift', idempotencyKey, payload: { id } } as const;
  const run = inScope.write({ action: 'acceptGift', target: id }, (rows) =>
    onceOnly(rows, once, async () => {
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.accept_gift($1, $2, $3, $4, $5, $6) as verdict',
        [...[id, undesignatedPurpose, newId(), newId(), newId(), newId()]],
      );
      const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
      if (word === 'state') throw charityRefusals.giftState({ state: rest, zh: '验收', en: 'accept' });
      if (word !== 'done') throw commonRefusals.notFound({ what: '捐赠 gift' });
      await tellGoods(rows, id);
      return id;
    }),
  );
  return run.catch((error: unknown) => {
    const broken = brokenConstraint(error);
    if (broken === 'gift_four_eyes' || broken === 'allotment_four_eyes') throw charityRefusals.giftEyes();
    if (broken === 'cash_receipt_voucher_once') throw booksRefusals.voucherTaken({ voucher: '' });
    throw error;
  });
}

/** Last in the transaction: tellers wait for each other until they commit. */
async function tellGoods(rows: WriteRows, id: string): Promise<void> {
  const [gift] = await rows.select(Gift, 'where t.id = $1', [id]);
  const items = await rows.select(GiftItem, 'where t.gift_id = $1 order by t.id', [id]);
  if (!gift) return;
  const { fundId, number, anonymous, donorName, receiptNumber, acceptedBy, keptRegionId, restrictedRegionId, purpose } =
    gift;
  for (const { id: itemId, good, unit, quantity, value } of items)
    await tellOthers(rows, {
      ...{ kind: 'goods-accepted', subjectId: itemId },
      body: {
        ...{ giftId: id, fundId, itemId, good, unit, quantity, value: value.toString() },
        ...{
          donorName: anonymous ? null : donorName,
          receiptNumber,
          giftNumber: number,
          acceptedBy,
          regionId: keptRegionId,
        },
        restriction: { regionId: restrictedRegionId, purpose },
      },
    });
}
