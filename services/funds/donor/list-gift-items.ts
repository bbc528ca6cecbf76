// Lists the goods of a gift with where they are (捐赠物资去向): asked of households, which keeps them.
import type { FundsContext } from '../tools';
import { type ItemPath, itemsWithPaths } from './gift-goods.rules';
import type { GiftPath } from './gift-path.entity';

const QUESTION = 'query($giftId:ID!){giftGoods(giftId:$giftId)}';

export async function listGiftItems({ ask }: FundsContext, { giftId, items }: GiftPath): Promise<ItemPath[]> {
  if (items.length === 0) return [];
  const { giftGoods } = await ask<{ giftGoods: ItemPath[] }>('households', QUESTION, { giftId });
  return itemsWithPaths(items, giftGoods);
}
