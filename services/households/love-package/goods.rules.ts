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
}

export interface Taken {
  lotId: string;
  good: string;
  unit: string;
  /** which package, counted from 0 */
  package: number;
  quantity: number;
}

/** Every package gets all its contents, or none is allocated. */
export function allocateGoods(contents: readonly Content[], lots: readonly LotInStock[], packages: number): Taken[] {
  const taken: Taken[] = [];
  for (const { good, unit, quantity } of contents) {
    const queue = lots.filter((lot) => lot.good === good && lot.stock > 0).map((lot) => ({ ...lot }));
    const there = queue.reduce((sum, lot) => sum + lot.stock, 0);
    if (there < quantity * packages) throw refusals.goodsShort({ good, needed: quantity * packages, there });
    for (let at = 0; at < packages; at += 1) {
      let left = quantity;
      while (left > 0) {
        const [lot] = queue;
        if (!lot) throw refusals.goodsShort({ good, needed: quantity * packages, there });
        const part = Math.min(left, lot.stock);
        taken.push({ lotId: lot.id, good, unit, package: at, quantity: part });
        lot.stock -= part;
        left -= part;
        if (lot.stock === 0) queue.shift();
      }
    }
  }
  return taken;
}

export function checkContents(contents: readonly Content[]): Content[] {
  const goods = new Set(contents.map(({ good }) => good));
  if (contents.length === 0 || goods.size < contents.length) throw refusals.contentsOnce();
  return contents.map(({ good, unit, quantity }) => ({ good, unit, quantity }));
}
