// The difference of two settlements of one stay (差额): by layer and payer, for the patient, and in the running totals of the year.
import type { Fen } from '#platform/vocabulary/money';
import type { RunningTotals } from './running-total.rules';
import { movedTotals, type Share, type StoredOutcome } from './told-outcome.rules';

export interface Standing {
  shares: readonly Share[];
  patientPays: Fen;
  /** what it has added to the totals of the year */
  moved: RunningTotals;
  /** of a stay of two years: what it has added to those of the year before */
  movedEarlier?: RunningTotals;
}

/** What an engine made of an input. */
export interface Resettled extends Standing {
  packHash: string;
  outcome: StoredOutcome;
}

export interface MovedTotal {
  name: string;
  amount: Fen;
  /** in the year before that of the settlement, where a stay counts in two */
  earlier: boolean;
}

export interface Difference {
  shares: Share[];
  patientPays: Fen;
  moved: MovedTotal[];
}

const keyOf = ({ layer, payer }: Share) => `${layer}|${payer}`;

/** Who has paid too little pays on (多退少补), who has paid too much is given back; all of it sums to nothing. */
export function differenceOf(before: Standing, after: Standing): Difference {
  const sums = new Map<string, Share>();
  const add = (share: Share, amount: Fen) => {
    const sum = sums.get(keyOf(share)) ?? { ...share, amount: 0n };
    sums.set(keyOf(share), { ...sum, amount: sum.amount + amount });
  };
  for (const share of before.shares) add(share, -share.amount);
  for (const share of after.shares) add(share, share.amount);
  return {
    shares: [...sums.values()].filter(({ amount }) => amount !== 0n),
    patientPays: after.patientPays - before.patientPays,
    moved: [
      ...movedTotals(before.movedEarlier ?? {}, after.movedEarlier ?? {}).map((each) => ({ ...each, earlier: true })),
      ...movedTotals(before.moved, after.moved).map((each) => ({ ...each, earlier: false })),
    ],
  };
}

export const isNothing = ({ shares, patientPays, moved }: Difference): boolean =>
  shares.length === 0 && patientPays === 0n && moved.length === 0;

/** Totals as what they were moved by: from before a settlement to after it. */
export const movesOf = (before: RunningTotals, after: RunningTotals): RunningTotals =>
  Object.fromEntries(movedTotals(before, after).map(({ name, amount }) => [name, amount]));

/** A first settlement differs from this. */
export const nothingYet: Standing = { shares: [], patientPays: 0n, moved: {} };

/** A difference by columns, as it is recorded: layers, payers and amounts; years, names and amounts of running totals. */
export function columnsOf({ shares, moved }: Difference, year: number): unknown[] {
  return [
    shares.map(({ layer }) => layer),
    shares.map(({ payer }) => payer),
    shares.map(({ amount }) => amount.toString()),
    moved.map(({ earlier }) => (earlier ? year - 1 : year)),
    moved.map(({ name }) => name),
    moved.map(({ amount }) => amount.toString()),
  ];
}
