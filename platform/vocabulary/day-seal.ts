// A daily seal (日封): what one day's rows come to, as a chain over their order and a Merkle root, bound to the seal of the day before.
import { canonicalJson, sha256Of } from './canonical';
import { leafOf, rootOf } from './merkle';

/** What the first link and the first seal of a stream follow. */
export const FIRST_LINK = sha256Of('the first link');

export interface RowToSeal {
  id: string;
  /** begins with the id; texts, numbers as text, and lists of them */
  content: unknown;
}

export interface SealHead {
  stream: string;
  number: number;
  day: string;
  count: number;
  root: string;
  /** of its last row */
  link: string;
  /** hash of the seal before */
  previous: string;
}

export interface DaySeal extends SealHead {
  hash: string;
  rows: { id: string; leaf: string; link: string }[];
}

export const sealHash = ({ stream, number, day, count, root, link, previous }: SealHead): string =>
  sha256Of(`seal\n${canonicalJson([stream, number, day, count, root, link, previous])}`);

/** In the order given, which is kept with the rows; `before` is the last seal of the stream. */
export function sealDay(
  { stream, day, rows }: { stream: string; day: string; rows: readonly RowToSeal[] },
  before: Pick<DaySeal, 'number' | 'link' | 'hash'> | null,
): DaySeal {
  let link = before?.link ?? FIRST_LINK;
  const sealed = rows.map(({ id, content }) => {
    const leaf = leafOf(content);
    link = sha256Of(`link\n${link}\n${leaf}`);
    return { id, leaf, link };
  });
  const head = {
    ...{ stream, number: (before?.number ?? 0) + 1, day, count: rows.length, link },
    ...{ root: rootOf(sealed.map(({ leaf }) => leaf)), previous: before?.hash ?? FIRST_LINK },
  };
  return { ...head, hash: sealHash(head), rows: sealed };
}
