// The ledger (台账) of the special fund: double entry over lots (资金批次), so that every fen is always in exactly one place.
import { type Fen, formatYuan } from '#platform/vocabulary/money';
import { refusals } from '../refusals';

/**
 * Where the money of one lot (one allotment notice 指标文 from one source) stands. `issued` (下达) is the source: it goes
 * below zero by what was allotted, so that the four always sum to zero. `paid` (已支付) is money with the household;
 * money moved to a department or town is not spent (2019 monthly bulletin of Chongqing), so no account counts it as such.
 */
export const lotAccounts = ['issued', 'available', 'reserved', 'paid'] as const;
export type LotAccount = (typeof lotAccounts)[number];

/** The other book (资金账): cash received, held and paid for a lot; these sum to zero by themselves. */
export type CashAccount = 'cash-received' | 'cash-held' | 'cash-paid' | 'cash-passed';
export type BookAccount = LotAccount | 'frozen' | 'decomposed' | 'carried' | 'reclaimed' | CashAccount;

/** From where to where each journal (记账凭证) moves its amount; `reverse` undoes another journal instead. */
const moves = {
  allot: { from: 'issued', to: 'available' },
  reserve: { from: 'available', to: 'reserved' },
  release: { from: 'reserved', to: 'available' },
  pay: { from: 'reserved', to: 'paid' },
  return: { from: 'paid', to: 'available' },
} as const satisfies Record<string, { from: LotAccount; to: LotAccount }>;

export type MoveKind = keyof typeof moves;
type ChangeKind = 'add' | 'cut' | 'freeze' | 'unfreeze' | 'reclaim';
export type JournalKind = MoveKind | ChangeKind | 'receive' | 'hand-back' | 'reverse';

export interface LotAmount {
  lot: string;
  amount: Fen;
}

export interface Leg extends LotAmount {
  account: LotAccount;
}

export type LotBalance = Readonly<Record<LotAccount, Fen>>;
export const emptyLot: LotBalance = { issued: 0n, available: 0n, reserved: 0n, paid: 0n };

/** Two legs a lot that sum to zero, in the order of the lots given. */
export function legsOf(kind: MoveKind, lots: readonly LotAmount[]): Leg[] {
  const { from, to } = moves[kind];
  checkAmounts(lots);
  return lots.flatMap(({ lot, amount }) => [
    { lot, account: from, amount: -amount },
    { lot, account: to, amount },
  ]);
}

/** What moves in the book of cash with these: as much as is paid, or comes back, in the book of authority. */
export function cashLegsOf(legs: readonly Leg[]): { lot: string; account: CashAccount; amount: Fen }[] {
  return legs
    .filter(({ account }) => account === 'paid')
    .flatMap(({ lot, amount }) => [
      { lot, account: 'cash-held', amount: -amount },
      { lot, account: 'cash-paid', amount },
    ]);
}

/** The journal that undoes another (冲账): a negated copy. The books are never edited; which one it undoes is stored beside it. */
export function reverseLegs(legs: readonly Leg[]): Leg[] {
  return legs.map((leg) => ({ ...leg, amount: -leg.amount }));
}

/** Every lot for itself: a journal that balances only across lots would move money from one notice to another. */
export function isBalanced(legs: readonly Leg[]): boolean {
  const sums = new Map<string, Fen>();
  for (const { lot, amount } of legs) sums.set(lot, (sums.get(lot) ?? 0n) + amount);
  return [...sums.values()].every((sum) => sum === 0n);
}

/** The balances of the lots after these legs; no account but the source may fall below zero. */
export function postLegs(balances: ReadonlyMap<string, LotBalance>, legs: readonly Leg[]): Map<string, LotBalance> {
  if (!isBalanced(legs)) throw new Error('legs of a lot do not sum to zero');
  const after = new Map(balances);
  for (const { lot, account, amount } of legs) {
    const balance = after.get(lot) ?? emptyLot;
    after.set(lot, { ...balance, [account]: balance[account] + amount });
  }
  for (const lot of new Set(legs.map((leg) => leg.lot))) {
    const balance = after.get(lot) ?? emptyLot;
    const short = lotAccounts.find((account) => account !== 'issued' && balance[account] < 0n);
    if (short !== undefined)
      throw refusals.lotInsufficient({ lot, account: short, missing: formatYuan(-balance[short]) });
  }
  return after;
}

/** Which lots an amount comes from: the lots in the order given (the caller's order: oldest notice first), each emptied before the next. */
export function drawLots(available: readonly LotAmount[], amount: Fen): LotAmount[] {
  if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  let open = amount;
  const drawn = available.flatMap(({ lot, amount: held }) => {
    const take = held < open ? held : open;
    if (take <= 0n) return [];
    open -= take;
    return [{ lot, amount: take }];
  });
  if (open > 0n) throw refusals.lotInsufficient({ account: 'available', missing: formatYuan(open) });
  return drawn;
}

/** A return (退回) goes to the very lots that paid, the one drawn last first, never above what each paid and has not got back. */
export function returnToLots(paid: readonly LotAmount[], returned: readonly LotAmount[], amount: Fen): LotAmount[] {
  const back = new Map<string, Fen>();
  for (const { lot, amount } of returned) back.set(lot, (back.get(lot) ?? 0n) + amount);
  const open = paid.map(({ lot, amount }) => ({ lot, amount: amount - (back.get(lot) ?? 0n) }));
  const whole = open.reduce((sum, lot) => sum + lot.amount, 0n);
  if (amount > whole) throw refusals.returnTooLarge({ returning: formatYuan(amount), open: formatYuan(whole) });
  return drawLots([...open].reverse(), amount);
}

function checkAmounts(lots: readonly LotAmount[]): void {
  if (lots.length === 0) throw refusals.amountNotPositive({ field: 'lots' });
  const seen = new Set<string>();
  for (const { lot, amount } of lots) {
    if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount', lot });
    if (seen.has(lot)) throw refusals.lotRepeated({ lot });
    seen.add(lot);
  }
}
