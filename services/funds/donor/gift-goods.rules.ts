// Where the goods of a gift are (捐赠物资去向), as households tells it; what it has not taken over yet is on its way to the first place.
import type { Together } from './gift-path.rules';

export interface GivenItem {
  itemId: string;
  good: string;
  unit: string;
  quantity: number;
}

export interface ItemPath extends GivenItem {
  announced: number;
  stock: number;
  onTheWay: number;
  delivered: number;
  missing: number;
  withdrawn: number;
  givenBack: number;
  places: { regionId: string; households: number; quantity: number }[];
  elsewhere: { households: Together['households']; quantity: number } | null;
}

export function itemsWithPaths(items: readonly GivenItem[], told: readonly ItemPath[]): ItemPath[] {
  return items.map(
    (item) =>
      told.find(({ itemId }) => itemId === item.itemId) ?? {
        ...item,
        ...{ announced: item.quantity, stock: 0, onTheWay: 0, delivered: 0, missing: 0, withdrawn: 0, givenBack: 0 },
        ...{ places: [], elsewhere: null },
      },
  );
}
