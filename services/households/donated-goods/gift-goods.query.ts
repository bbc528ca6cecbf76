// What households knows of the goods of one gift (一笔捐赠的物资): sums of its lots, and who received what by town.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { type Delivered, type GiftItem, giftItems, type ItemSums } from './gift-goods.rules';

const GIFT = 'select households.gift_goods($1) as told';

export async function giftGoodsOf({ inScope }: Context, giftId: string): Promise<GiftItem[]> {
  if (!isId(giftId)) return [];
  const [row] = await inScope.read(
    ({ query }) => query<{ told: { items: ItemSums[]; delivered: Delivered[] } }>(GIFT, [giftId]),
    'public',
  );
  return row ? giftItems(row.told.items, row.told.delivered) : [];
}
