// A plain model of the two books (指标账、资金账): some numbers a lot and one sentence a deed, written without journals.

export interface ModelLot {
  id: string;
  parent: ModelLot | null;
  withdrawn: boolean;
  available: bigint;
  frozen: bigint;
  reserved: bigint;
  paid: bigint;
  passed: bigint;
  reclaimed: bigint;
  received: bigint;
  held: bigint;
  spent: bigint;
  /** cash that came from the parent (above zero) or went to parts (below) */
  handed: bigint;
}

type Figure = Exclude<keyof ModelLot, 'id' | 'parent' | 'withdrawn'>;
export type Effect = [ModelLot, Figure, bigint][];

export const freshLot = (id: string, parent: ModelLot | null): ModelLot => ({
  ...{ id, parent, withdrawn: false },
  ...{ available: 0n, frozen: 0n, reserved: 0n, paid: 0n, passed: 0n, reclaimed: 0n },
  ...{ received: 0n, held: 0n, spent: 0n, handed: 0n },
});

const least = (...of: bigint[]) => of.reduce((low, each) => (each < low ? each : low));
const aboveZero = (fen: bigint) => (fen > 0n ? fen : 0n);

/** What is born on a lot; out of its parent, cash follows. */
export function born(lot: ModelLot, fen: bigint): Effect {
  const { parent } = lot;
  if (!parent) return [[lot, 'available', fen]];
  const cash = least(fen, parent.held);
  return [
    [lot, 'available', fen],
    [parent, 'available', -fen],
    [parent, 'passed', fen],
    ...handOver(parent, lot, cash),
  ];
}

const handOver = (from: ModelLot, to: ModelLot, cash: bigint): Effect => [
  [from, 'held', -cash],
  [from, 'handed', -cash],
  [to, 'held', cash],
  [to, 'handed', cash],
];

export function changed(lot: ModelLot, kind: string, fen: bigint): Effect {
  if (kind === 'add') return born(lot, fen);
  if (kind === 'freeze')
    return [
      [lot, 'available', -fen],
      [lot, 'frozen', fen],
    ];
  if (kind === 'unfreeze')
    return [
      [lot, 'frozen', -fen],
      [lot, 'available', fen],
    ];
  const gone: Effect = [[lot, 'available', -fen]];
  if (kind === 'reclaim') gone.push([lot, 'reclaimed', fen]);
  if (!lot.parent) return gone;
  const uncovered = aboveZero(lot.held - (lot.available + lot.frozen + lot.reserved - fen));
  return [
    ...gone,
    [lot.parent, 'available', fen],
    [lot.parent, 'passed', -fen],
    ...handOver(lot, lot.parent, uncovered),
  ];
}

const figures = [
  'available',
  'frozen',
  'reserved',
  'paid',
  'passed',
  'reclaimed',
  'received',
  'held',
  'spent',
] as const;

/** Whether it may be done in one transaction: nothing ever falls below zero, and in the end no lot holds more cash than authority. */
export function apply(...steps: Effect[]): boolean {
  const done: Effect = [];
  const lots = new Set(steps.flat().map(([lot]) => lot));
  const isCovered = () => [...lots].every((lot) => lot.held <= lot.available + lot.frozen + lot.reserved);
  const isSound = steps.every((effect) => {
    for (const [lot, figure, fen] of effect) lot[figure] += fen;
    done.push(...effect);
    return effect.every(([lot]) => figures.every((figure) => lot[figure] >= 0n));
  });
  if (isSound && isCovered()) return true;
  for (const [lot, figure, fen] of done) lot[figure] -= fen;
  return false;
}

export const undone = (effect: Effect): Effect => effect.map(([lot, figure, fen]) => [lot, figure, -fen]);

/** As the database keeps it, by account. */
export const balancesOf = (lot: ModelLot): Record<string, bigint> => ({
  available: lot.available,
  frozen: lot.frozen,
  reserved: lot.reserved,
  paid: lot.paid,
  decomposed: lot.passed,
  reclaimed: lot.reclaimed,
  'cash-received': -lot.received,
  'cash-held': lot.held,
  'cash-paid': lot.spent,
  'cash-passed': -lot.handed,
});
