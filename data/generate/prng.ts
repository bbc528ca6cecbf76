// A seeded source of numbers (随机数源): the same seed and label always give the same city, on every machine.

export interface Prng {
  /** 32 random bits */
  next(): number;
  /** 0 <= n < bound */
  below(bound: number): number;
  /** low <= n <= high */
  between(low: number, high: number): number;
  /** true in so many of a thousand cases */
  perMille(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** by whole weights */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
}

/** A source of its own per label, so that drawing one thing more never shifts another (sfc32, integers only). */
export function prng(seed: number, ...labels: (string | number)[]): Prng {
  let [a, b, c, counter] = hashed(`${seed}/${labels.join('/')}`);
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) next();
  const below = (bound: number) => next() % bound;
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    perMille: (share) => below(1000) < share,
    pick: (items) => itemAt(items, below(items.length)),
    weighted: (items) => {
      let total = 0;
      for (const [, weight] of items) total += weight;
      let left = below(total);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return itemAt(items, items.length - 1)[0];
    },
  };
}

export function itemAt<T>(items: readonly T[], at: number): T {
  if (at < 0 || at >= items.length) throw new RangeError(`no item ${at} of ${items.length}`);
  return items[at] as T;
}

/** FNV-1a from four starting points: 128 bits of state out of a text. */
function hashed(text: string): [number, number, number, number] {
  const from = (start: number) => {
    let hash = start;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return hash | 0;
  };
  return [from(0x811c9dc5), from(0x9e3779b9), from(0x85ebca6b), from(0xc2b2ae35)];
}
