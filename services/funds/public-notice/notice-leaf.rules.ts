// What a leaf of a notice commits to (公示叶): the notice, the line, village, full name and amount, under a salt that its household alone is told.
import { leafOf } from '#platform/vocabulary/merkle';

export interface LeafFacts {
  noticeId: string;
  line: number;
  village: string;
  name: string;
  amount: bigint;
}

/** The amount as text, so that a verifier of plain JavaScript reads it as it stands. */
export const noticeLeaf = ({ noticeId, line, village, name, amount }: LeafFacts, salt: string): string =>
  leafOf([noticeId, line, village, name, amount.toString()], salt);
