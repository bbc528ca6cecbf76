// A Merkle tree (默克尔树) over lines: one root stands for all of them, and a path of hashes shows that one line is among them without showing the others.
import { canonicalJson, sha256Of } from './canonical';

/** A leaf and a node never have one hash: each is hashed under its own word. With a salt nobody guesses the content of a leaf. */
export const leafOf = (content: unknown, salt = ''): string => sha256Of(`leaf\n${salt}\n${canonicalJson(content)}`);
const nodeOf = (left: string, right: string): string => sha256Of(`node\n${left}\n${right}`);

/** The other hash at each level, from the leaf up, and on which side it stands. */
export interface ProofStep {
  side: 'left' | 'right';
  hash: string;
}

const EMPTY = sha256Of('no leaves');

/** A last one without a neighbour goes up as it is. */
function levelAbove(hashes: readonly string[]): string[] {
  const above: string[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    const [left = '', right] = hashes.slice(at, at + 2);
    above.push(right === undefined ? left : nodeOf(left, right));
  }
  return above;
}

export function rootOf(leaves: readonly string[]): string {
  let level = [...leaves];
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? EMPTY;
}

export function proofOf(leaves: readonly string[], at: number): ProofStep[] {
  if (at < 0 || at >= leaves.length) throw new RangeError(`no leaf ${at} among ${leaves.length}`);
  const steps: ProofStep[] = [];
  let place = at;
  for (let level = [...leaves]; level.length > 1; level = levelAbove(level)) {
    const side = place % 2 === 0 ? 'right' : 'left';
    const hash = level[side === 'right' ? place + 1 : place - 1];
    if (hash !== undefined) steps.push({ side, hash });
    place = Math.floor(place / 2);
  }
  return steps;
}

/** The root that a leaf and its path lead to: to be compared with the one that was published. */
export function rootFrom(leaf: string, steps: readonly ProofStep[]): string {
  return steps.reduce((at, { side, hash }) => (side === 'left' ? nodeOf(hash, at) : nodeOf(at, hash)), leaf);
}
