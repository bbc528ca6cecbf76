// Where a gift of goods went (捐赠物资去向), as its donor may be told: sums that close, and no place that few households stand behind.
import { hideSmallGroups } from '#platform/vocabulary/small-groups';

export interface ItemSums {
  itemId: string;
  good: string;
  unit: string;
  quantity: number;
  /** accepted, and not counted at its place yet */
  announced: number;
  stock: number;
  /** packed for a household, and not received yet */
  onTheWay: number;
  delivered: number;
  missing: number;
  withdrawn: number;
  /** came back into stock at some time: a part of no sum */
  givenBack: number;
}

export interface Delivered {
  itemId: string;
  regionId: string;
  households: number;
  quantity: number;
}

export interface GiftItem extends ItemSums {
  places: Omit<Delivered, 'itemId'>[];
  /** the places that few households stand behind, together; the number of households is not told where it is small itself */
  elsewhere: { households: number | null; quantity: number } | null;
}

export function giftItems(items: readonly ItemSums[], delivered: readonly Delivered[]): GiftItem[] {
  return items.map((item) => {
    const own = delivered.filter(({ itemId }) => itemId === item.itemId);
    const { shown, hidden } = hideSmallGroups(own, ({ regionId, households, quantity }) => ({
      ...{ key: regionId, people: households, amount: BigInt(quantity) },
    }));
    const elsewhere = hidden && { households: hidden.people, quantity: Number(hidden.amount) };
    return {
      ...item,
      places: shown.map(({ regionId, households, quantity }) => ({ regionId, households, quantity })),
      elsewhere,
    };
  });
}
