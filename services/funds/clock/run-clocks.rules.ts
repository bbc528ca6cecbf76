// Running the clocks of lots (时限计算): when each falls due, what is still open on a day, and how well money is spent.
import { addDays, type CalendarDay } from '#platform/vocabulary/calendar-day';
import type { Fen } from '#platform/vocabulary/money';
import type { FundClock, FundClockPack } from './fund-clock-pack.rules';

/** A lot as it stood at the end of a day. */
export interface LotOnDay {
  id: string;
  regionId: string;
  path: string;
  allotmentId: string;
  number: string;
  book: string;
  sourceLevel: string;
  year: number;
  clockFrom: CalendarDay;
  /** null: drafted, not approved */
  issuedOn: CalendarDay | null;
  amount: Fen;
  allotted: Fen;
  available: Fen;
  reserved: Fen;
  paid: Fen;
}

export interface RunClock {
  clock: FundClock;
  lot: LotOnDay;
  dueOn: CalendarDay;
  /** what has not got there; zero when it has */
  open: Fen;
  overdue: boolean;
}

/** Spent is what was paid to whoever is the last to receive it: what is reserved, or moved to a department or town, is not. */
function openOf({ until }: FundClock, lot: LotOnDay, day: CalendarDay, dueOn: CalendarDay): Fen {
  if (until === 'issued') {
    const issued = lot.issuedOn !== null && lot.issuedOn <= (day < dueOn ? day : dueOn);
    return issued ? 0n : lot.amount;
  }
  if (lot.issuedOn === null) return 0n;
  return until === 'placed' ? lot.available : lot.available + lot.reserved;
}

export function runClocks(pack: FundClockPack, lots: readonly LotOnDay[], day: CalendarDay): RunClock[] {
  return lots.flatMap((lot) =>
    pack.clocks
      .filter(({ sourceLevels }) => sourceLevels.some((level) => level === lot.sourceLevel))
      .map((clock) => {
        const dueOn = addDays(lot.clockFrom, clock.days);
        const open = openOf(clock, lot, day, dueOn);
        return { clock, lot, dueOn, open, overdue: day > dueOn && open > 0n };
      }),
  );
}

export interface YearEnd {
  regionId: string;
  path: string;
  year: number;
  dueOn: CalendarDay;
  balance: Fen;
  tooHigh: boolean;
}

/** Of each year that is over, or ends this very day, and each place with special funds of it: what is left is below the share that the pack allows. */
export function runYearEnds(pack: FundClockPack, lots: readonly LotOnDay[], day: CalendarDay): YearEnd[] {
  const pools = new Map<string, LotOnDay[]>();
  for (const lot of lots) {
    if (lot.book !== 'special' || lot.issuedOn === null || `${lot.year}-12-31` > day) continue;
    const key = `${lot.path} ${lot.year}`;
    pools.set(key, [...(pools.get(key) ?? []), lot]);
  }
  return [...pools.values()].flatMap((pool) => {
    const [first] = pool;
    if (!first) return [];
    const { regionId, path, year } = first;
    const { balance, balanceTooHigh } = executionOf(pool, pack.yearEndBalance.below);
    return [{ regionId, path, year, dueOn: `${year}-12-31`, balance, tooHigh: balanceTooHigh }];
  });
}

export interface Execution {
  allotted: Fen;
  paid: Fen;
  balance: Fen;
  /** per cent with two places, half up; null of nothing */
  rate: string | null;
  balanceRate: string | null;
  balanceTooHigh: boolean;
}

const percent = (part: Fen, whole: Fen): string => {
  const hundredths = (part * 20_000n + whole) / (2n * whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
};

export function executionOf(lots: readonly LotOnDay[], below: string): Execution {
  const sum = (of: (lot: LotOnDay) => Fen) => lots.reduce((total, lot) => total + of(lot), 0n);
  const allotted = sum((lot) => lot.allotted);
  const paid = sum((lot) => lot.paid);
  const balance = allotted - paid;
  const limit = BigInt(Math.round(Number(below) * 10_000));
  return {
    ...{ allotted, paid, balance },
    rate: allotted > 0n ? percent(paid, allotted) : null,
    balanceRate: allotted > 0n ? percent(balance, allotted) : null,
    balanceTooHigh: allotted > 0n && balance * 10_000n >= limit * allotted,
  };
}
