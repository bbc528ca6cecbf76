// Goods of love packages (物资): out of which lots a package is taken, first received first given, and what a lot is made of at any time.
import { lovePackageRefusals as refusals } from './love-package-refusals.rules';

export interface Content {
  good: string;
  unit: string;
  quantity: number;
}

/** In the order in which they were received. */
export interface LotInStock {
  id: string;
  good: string;
  stock: number;
  /** path of the region that it was given for; null where it may go anywhere */
  within: string | null;
}

export interface Taken {
  lotId: string;
  good: string;
  unit: string;
  /** which package, counted from 0 */
  package: number;
  quantity: number;
}

/**
 * Every package, told by the place of its household, gets all its contents, or none is allocated. What was given for the narrowest region
 * around the household goes first: regions lie in one another or apart, so that what may go anywhere is left for whom nothing else is for.
 */
export function allocateGoods(
  contents: readonly Content[],
  lots: readonly LotInStock[],
  places: readonly string[],
): Taken[] {
  const taken: Taken[] = [];
  for (const { good, unit, quantity } of contents) {
    const queue = lots.filter((lot) => lot.good === good && lot.stock > 0).map((lot) => ({ ...lot }));
    const usable = ({ within }: LotInStock) => places.some((place) => isFor(within, place));
    const there = queue.filter(usable).reduce((sum, lot) => sum + lot.stock, 0);
    const short = refusals.goodsShort({ good, needed: quantity * places.length, there });
    const narrowestFirst = queue.sort((a, b) => (b.within?.length ?? 0) - (a.within?.length ?? 0));
    places.forEach((place, at) => {
      let left = quantity;
      while (left > 0) {
        const lot = narrowestFirst.find(({ stock, within }) => stock > 0 && isFor(within, place));
        if (!lot) throw short;
        const part = Math.min(left, lot.stock);
        taken.push({ lotId: lot.id, good, unit, package: at, quantity: part });
        lot.stock -= part;
        left -= part;
      }
    });
  }
  return taken;
}

const isFor = (within: string | null, place: string): boolean => within === null || place.startsWith(within);

export function checkContents(contents: readonly Content[]): Content[] {
  const goods = new Set(contents.map(({ good }) => good));
  if (contents.length === 0 || goods.size < contents.length) throw refusals.contentsOnce();
  return contents.map(({ good, unit, quantity }) => ({ good, unit, quantity }));
}
