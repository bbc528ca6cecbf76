// What is kept in memory for as long as a region tree holds (随区划版本存续): with the next tree it is made anew.
import { madeOnce } from '../vocabulary/made-once';
import type { RegionTree } from '../vocabulary/region-tree';

const kept = new WeakMap<RegionTree, Map<symbol, Promise<unknown>>>();

export function keptUnder<T>(tree: RegionTree, of: symbol, make: () => Promise<T>): Promise<T> {
  const own = madeOnce(kept, tree, () => new Map<symbol, Promise<unknown>>());
  const made = madeOnce(own, of, make) as Promise<T>;
  // What failed is tried again.
  made.catch(() => own.delete(of));
  return made;
}
