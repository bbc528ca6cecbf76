// A region (地区) of the managing tree, and the range of paths that is its subtree.

export const regionKinds = ['province', 'city', 'district', 'zone', 'town', 'village'] as const;
export type RegionKind = (typeof regionKinds)[number];

/** Half-open range of paths; paths are compared byte by byte (`collate "C"`). */
export interface PathRange {
  lo: string;
  hi: string;
}

/** `0001/0002/` -> from `0001/0002/` up to `0001/00020`: `0` follows `/` in ASCII, so the range is exactly the subtree. */
export function subtreeOf(path: string): PathRange {
  if (!path.endsWith('/')) throw new Error(`not a region path: ${path}`);
  return { lo: path, hi: `${path.slice(0, -1)}0` };
}

export function isWithin(path: string, range: PathRange): boolean {
  return path >= range.lo && path < range.hi;
}
