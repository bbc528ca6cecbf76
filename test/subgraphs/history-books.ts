// The books of a history (资金史) without a database: lots under notices, batches of lines, lists of cards, and where the town lies at the time.
import { balancesOf, type Effect, freshLot, type ModelLot } from './books-model';

/** A region whose place can change: its path is told by where its parent lies. */
export interface Place {
  id: string;
  label: string;
  parent: Place | null;
}
export interface Notice {
  id: string;
  region: Place;
  isWithdrawn: boolean;
  lots: Lot[];
}
export interface Lot extends ModelLot {
  region: Place;
  notice: Notice;
}
export interface Line {
  id: string;
  household: string;
  village: Place;
  fen: bigint;
  state: 'reserved' | 'paid' | 'released';
  returned: bigint;
  batch: Batch;
  /** what it pays anew */
  of: Line | null;
  again: Line[];
  /** the payment of the line alone, that its return by the bank undoes */
  card: CardEntry | null;
}
export interface Batch {
  id: string;
  lot: Lot;
  region: Place;
  state: string;
  total: bigint;
  returned: bigint;
  released: bigint;
  lines: Line[];
}
export interface CardEntry {
  reference: string;
  card: string;
  line: Line;
  state: 'sent' | 'paid' | 'failed' | 'bounced' | 'stopped';
}
export interface CardList {
  id: string;
  number: string;
  entries: CardEntry[];
}
/** What can be reversed: each journal that moved money by itself. */
export interface Deed {
  journal: string;
  kind: string;
  at: Place;
  effect: Effect;
  isReversed: boolean;
  notice: Notice | null;
  back: { line: Line; fen: bigint } | null;
}

export class Books {
  readonly notices: Notice[] = [];
  readonly lots: Lot[] = [];
  readonly batches: Batch[] = [];
  readonly lists: CardList[] = [];
  readonly deeds: Deed[] = [];

  /** What the database keeps of it, as one text: balances that are not zero, then lines, batches and cards. */
  digest(): string {
    const rows: string[] = [];
    for (const lot of this.lots) {
      const kept = balancesOf(lot);
      const issued = -(lot.available + lot.frozen + lot.reserved + lot.paid + lot.passed + lot.reclaimed);
      for (const [account, fen] of Object.entries({ ...kept, issued }))
        if (fen !== 0n) rows.push(`${lot.id} ${account} ${fen}`);
    }
    for (const batch of this.batches) {
      rows.push(`${batch.id} ${batch.state} ${batch.returned} ${batch.released}`);
      for (const { id, state, returned } of batch.lines) rows.push(`${id} ${state} ${returned}`);
    }
    for (const { entries } of this.lists)
      for (const { reference, state } of entries) rows.push(`${reference} ${state}`);
    return rows.sort().join('\n');
  }
}

export const pathOf = ({ label, parent }: Place): string => `${parent ? pathOf(parent) : ''}${label}`;
export const isBelow = (place: Place, above: Place): boolean => pathOf(place).startsWith(pathOf(above));

export function newLot(id: string, parent: Lot | null, region: Place, notice: Notice): Lot {
  return Object.assign(freshLot(id, parent), { region, notice });
}

export const moved = (lot: ModelLot, from: Figure, to: Figure, fen: bigint): Effect => [
  [lot, from, -fen],
  [lot, to, fen],
];
type Figure = Effect[number][1];
/** Authority is used and cash goes out, by as much. */
export const paidOut = (lot: ModelLot, fen: bigint): Effect => [
  ...moved(lot, 'reserved', 'paid', fen),
  ...moved(lot, 'held', 'spent', fen),
];

/** What stands of it in other batches. */
export const reissuedOf = (line: Line): bigint =>
  line.again.reduce((sum, each) => (each.state === 'released' ? sum : sum + each.fen), 0n);

/** A batch of which nothing waits any more has ended. */
export function finish(batch: Batch): void {
  if (batch.state !== 'approved' || batch.lines.some(({ state }) => state === 'reserved')) return;
  const kept = batch.total - batch.released;
  if (kept === 0n) batch.state = 'withdrawn';
  else if (batch.returned === kept) batch.state = 'returned';
  else batch.state = batch.returned > 0n ? 'part-returned' : 'paid';
}

/** What came back of a line, or is undone of it. */
export function cameBack(line: Line, fen: bigint): void {
  const { batch } = line;
  line.returned += fen;
  batch.returned += fen;
  if (batch.state === 'approved') return;
  if (batch.returned === 0n) batch.state = 'paid';
  else batch.state = batch.returned === batch.total - batch.released ? 'returned' : 'part-returned';
}

/** Of a batch that still waits for some of its lines, others of which are on their way to cards or have arrived. */
export const isOnCards = (batch: Batch): boolean =>
  batch.lines.some(({ state }) => state === 'reserved') &&
  batch.lines.some(({ card }) => card?.state === 'sent' || card?.state === 'paid');
