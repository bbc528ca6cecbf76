// Receives goods (物资入库) into the stock of a region, bought or donated; and sends part of a lot on to a region below.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { GoodsLot } from './goods-lot.entity';
import { GoodsMove } from './goods-move.entity';
import { goodsRefusal } from './goods-refusal.rules';
import type { ReceiveGoodsInput } from './love-package.input';

const MOST = 1_000_000;

export async function receiveGoods(
  context: Context,
  input: ReceiveGoodsInput,
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope } = context;
  const path = await placeOf(context, input.regionId);
  const good = checkText(input.good, 'good', 1, 50);
  const unit = checkText(input.unit, 'unit', 1, 10);
  const donor = input.donor ? checkText(input.donor, 'donor', 1, 100) : null;
  const documentNumber = checkText(input.documentNumber, 'documentNumber', 2, 100);
  const quantity = checkQuantity(input.quantity);
  return inScope.write(
    { action: 'receiveGoods', facts: { regionId: input.regionId, good, quantity } },
    async (rows) => {
      const once = { subgraph: 'households' as const, caller, operation: 'receiveGoods', idempotencyKey };
      rows.deed.target = await onceOnly(rows, { ...once, payload: { ...input } }, async () => {
        const now = await rows.now();
        if (input.receivedOn > beijingDay(now))
          throw invalidInput('receivedOn', '不能晚于今天', 'does not lie after today');
        const id = newId();
        await rows.manager.insert(GoodsLot, {
          ...{ id, regionId: input.regionId, path, good, unit, donor, documentNumber, quantity },
          ...{
            source: donor ? 'donated' : 'bought',
            receivedOn: input.receivedOn,
            receivedBy: caller.personId ?? '',
            recordedAt: now,
          },
        });
        return id;
      });
      return rows.deed.target;
    },
  );
}

/** The part arrives as a lot of its own that knows where it came from, and from whom. */
export async function sendGoodsOn(
  context: Context,
  { lotId, regionId, quantity }: { lotId: string; regionId: string; quantity: number },
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope } = context;
  const path = await placeOf(context, regionId);
  checkQuantity(quantity);
  return inScope
    .write({ action: 'sendGoodsOn', target: lotId, facts: { regionId, quantity } }, (rows) => {
      const once = { subgraph: 'households' as const, caller, operation: 'sendGoodsOn', idempotencyKey };
      return onceOnly(rows, { ...once, payload: { lotId, regionId, quantity } }, async () => {
        const lot = await getLot(rows, lotId);
        const now = await rows.now();
        const [id, moveId] = [newId(), newId()];
        const { good, unit, donor, source, documentNumber } = lot;
        const { giftId, giftItemId, receiptNumber, restrictedRegionId, restrictedPurpose, acceptedBy } = lot;
        const gift = { giftId, giftItemId, receiptNumber, restrictedRegionId, restrictedPurpose, acceptedBy };
        const by = caller.personId ?? '';
        const told = { good, unit, quantity };
        await rows.manager.insert(GoodsLot, {
          ...{ id, regionId, path, ...told, donor, source, documentNumber, parentId: lot.id, sentBy: moveId, ...gift },
          ...{ receivedOn: beijingDay(now), receivedBy: by, recordedAt: now },
        });
        const from = { lotId: lot.id, regionId: lot.regionId, path: lot.path, ...told };
        await rows.manager.insert(GoodsMove, {
          id: moveId,
          ...from,
          childId: id,
          kind: 'send-on',
          movedBy: by,
          movedAt: now,
        });
        return id;
      });
    })
    .catch((error: unknown) => {
      throw goodsRefusal(brokenConstraint(error)) ?? error;
    });
}

async function getLot(rows: WriteRows, id: string): Promise<GoodsLot> {
  const lot = isId(id) ? await rows.manager.findOneBy(GoodsLot, { id }) : null;
  if (!lot) throw commonRefusals.notFound({ what: '物资批 lot of goods' });
  return lot;
}

export async function placeOf({ inScope }: Pick<Context, 'inScope'>, regionId: string): Promise<string> {
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  return path;
}

function checkQuantity(quantity: number): number {
  if (quantity < 1 || quantity > MOST)
    throw invalidInput('quantity', `数量为 1 至 ${MOST}`, `a quantity is from 1 to ${MOST}`);
  return quantity;
}
