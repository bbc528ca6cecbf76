// Which sums are withheld (不公布的数): small ones, and as many others as it takes that nobody finds a withheld one by adding and subtracting.

/** One figure of one region; regions form a tree, and a figure of a region is that of its parts with what lies in none of them. */
export interface Cell {
  id: string;
  parent: string | null;
  /** the counts or amounts that add up over the parts of a region */
  columns: readonly bigint[];
  /** how many people, households or payments each shown number tells of */
  counts: readonly bigint[];
}

interface Sum {
  whole: Cell;
  parts: Cell[];
}

/**
 * An official of one region knows its own figures, so two withheld numbers in a sum would tell him the other: in each sum no number is
 * withheld or at least three, unless the sum is withheld as a whole. A zero tells of nobody and is not small.
 */
const TOGETHER = 3;

export function withheldCells(cells: readonly Cell[], minimumCell: number): Set<string> {
  const minimum = BigInt(minimumCell);
  const isSmall = ({ counts }: Cell) => counts.some((count) => count > 0n && count < minimum);
  const sums = sumsOf(cells);
  const all = new Map([...cells, ...sums.flatMap(({ parts }) => parts)].map((cell) => [cell.id, cell]));
  const withheld = new Set([...all.values()].filter(isSmall).map(({ id }) => id));
  // Each step withholds one more number, so that it comes to an end.
  for (let next: string | null = ''; next !== null; ) {
    next = sums.map((sum) => nextToWithhold(sum, sums, withheld, minimum)).find((id) => id !== null) ?? null;
    if (next !== null) withheld.add(next);
  }
  return withheld;
}

/** What of a region lies in none of its parts is a part too: nobody is told it, and everybody can find it who is told the others. */
function sumsOf(cells: readonly Cell[]): Sum[] {
  return cells.flatMap((whole) => {
    const parts = cells.filter(({ parent }) => parent === whole.id);
    if (parts.length === 0) return [];
    const rest = (of: 'columns' | 'counts') =>
      whole[of].map((total, at) => {
        const left = parts.reduce((remaining, part) => remaining - (part[of][at] ?? 0n), total);
        return left < 0n ? -left : left;
      });
    const remainder = { id: `${whole.id} rest`, parent: whole.id, columns: rest('columns'), counts: rest('counts') };
    return [{ whole, parts: remainder.columns.some((left) => left !== 0n) ? [...parts, remainder] : parts }];
  });
}

function nextToWithhold(
  { whole, parts }: Sum,
  sums: readonly Sum[],
  withheld: ReadonlySet<string>,
  minimum: bigint,
): string | null {
  const hidden = parts.filter(({ id }) => withheld.has(id));
  const unknown = hidden.length + Number(withheld.has(whole.id));
  if (unknown === 0) return null;
  const enough = whole.columns.every((total, at) => {
    const play = hidden.map((part) => playOf(part, at, sums, withheld));
    const most = play.reduce((one, other) => (other > one ? other : one), 0n);
    return total === 0n || play.reduce((sum, each) => sum + each, 0n) - most >= minimum;
  });
  if (unknown >= TOGETHER && hidden.length > 1 && enough) return null;
  const shown = parts.filter(({ id }) => !withheld.has(id)).sort(leastFirst);
  return shown[0]?.id ?? (withheld.has(whole.id) ? null : whole.id);
}

/** By how much a withheld number could be less than it is, for all that is shown: its own, or what its withheld parts could be less. */
function playOf(cell: Cell, column: number, sums: readonly Sum[], withheld: ReadonlySet<string>): bigint {
  const sum = sums.find(({ whole }) => whole.id === cell.id);
  if (!sum) return cell.columns[column] ?? 0n;
  return sum.parts
    .filter(({ id }) => withheld.has(id))
    .reduce((play, part) => play + playOf(part, column, sums, withheld), 0n);
}

/** What is withheld beside a small number is the least, so that little is lost; the remainder costs nothing and comes first. */
function leastFirst(a: Cell, b: Cell): number {
  const isRest = ({ id }: Cell) => Number(id.endsWith(' rest'));
  const size = ({ columns }: Cell) => columns.reduce((sum, each) => sum + each, 0n);
  const order = size(a) - size(b);
  return isRest(b) - isRest(a) || (order < 0n ? -1 : Number(order > 0n)) || (a.id < b.id ? -1 : 1);
}
