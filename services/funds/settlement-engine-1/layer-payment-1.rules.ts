// The first engine, kept as it was: What one layer (支付层) pays of what is still unpaid: base, deductible, brackets or rate, caps, rounded half-up to the fen once.
import Big from 'big.js';
import { type Fen, parseYuan, shareOf } from '#platform/vocabulary/money';
import type { HospitalGrade, LayerBase, PolicyLayer } from './policy-1.rules';
import { type BornePart, borneOf, borneParts, type RunningTotals, readTotal } from './running-total-1.rules';

export interface StayTotals {
  bill: Fen;
  inPolicy: Fen;
  outOfPolicy: Fen;
}

export interface Residual {
  inPolicy: Fen;
  outOfPolicy: Fen;
}

export interface BracketOutcome {
  from: Fen;
  to: Fen | null;
  amount: Fen;
  rate: string;
  /** of the layer's payment before caps; the brackets add up to it exactly, though only their sum is rounded */
  paid: Fen;
}

export type CappedBy = 'stay' | 'year' | 'residual';

export interface LayerPayment {
  baseAmount: Fen;
  deductible: Fen;
  excess: Fen;
  brackets: BracketOutcome[];
  rate: string | null;
  /** before caps */
  entitled: Fen;
  cap: Fen | null;
  capped: CappedBy | null;
  pays: Fen;
}

export interface LayerSituation {
  hospitalGrade: HospitalGrade;
  totals: StayTotals;
  residual: Residual;
  running: RunningTotals;
}

export function partsOf(base: LayerBase): readonly BornePart[] {
  if (base === 'in-policy-residual') return ['in-policy'];
  return base === 'out-of-policy-residual' ? ['out-of-policy'] : borneParts;
}

export function payLayer(layer: PolicyLayer, situation: LayerSituation): LayerPayment {
  const parts = partsOf(layer.base);
  const open = sumParts(parts, situation.residual);
  const baseAmount = layer.base === 'whole-bill' ? situation.totals.bill : open;
  const deductible = deductibleOf(layer, situation, baseAmount);
  const excess = baseAmount - deductible;
  const brackets = bracketsOf(layer, situation, deductible, excess);
  const rate = typeof layer.rate === 'object' ? (layer.rate?.[situation.hospitalGrade] ?? null) : layer.rate;
  const entitled = entitledOf(layer, situation, { open, excess, brackets, rate });
  return {
    baseAmount,
    deductible,
    excess,
    brackets,
    rate,
    entitled,
    ...capOf(layer, situation.running, entitled, open),
  };
}

function deductibleOf(layer: PolicyLayer, { hospitalGrade, running }: LayerSituation, baseAmount: Fen): Fen {
  if (layer.deductible === null) return 0n;
  const whole = parseYuan(layer.deductible.amounts[hospitalGrade]);
  const used = layer.deductible.per === 'year' ? readTotal(running, layer.feeds.deductible) : 0n;
  return least(baseAmount, most(0n, whole - used));
}

/** The stay's excess lies on a ruler from `start`; each bracket pays for the piece that lies in it. */
function bracketsOf(layer: PolicyLayer, { running }: LayerSituation, deductible: Fen, excess: Fen): BracketOutcome[] {
  // On the year's burden (年度累计负担) the deductible is part of the ruler; on the excess the ruler starts above it.
  const start =
    layer.bracketsMeasure === 'year-burden'
      ? readTotal(running, layer.feeds.base) + deductible
      : readTotal(running, layer.feeds.excess);
  const end = start + excess;
  let exact = new Big(0);
  let told = 0n;
  return layer.brackets.flatMap((bracket): BracketOutcome[] => {
    const from = parseYuan(bracket.from);
    const to = bracket.to === null ? null : parseYuan(bracket.to);
    const amount = (to === null ? end : least(end, to)) - most(start, from);
    if (amount <= 0n) return [];
    exact = exact.plus(new Big(amount.toString()).times(bracket.rate));
    const paid = roundHalfUp(exact) - told;
    told += paid;
    return [{ from, to, amount, rate: bracket.rate, paid }];
  });
}

function entitledOf(
  layer: PolicyLayer,
  { hospitalGrade, totals, running }: LayerSituation,
  at: { open: Fen; excess: Fen; brackets: BracketOutcome[]; rate: string | null },
): Fen {
  const parts = partsOf(layer.base);
  if (layer.kind === 'top-up') {
    const whole = sumParts(parts, totals);
    const bears = new Big(whole.toString()).times(layer.patientShareByGrade?.[hospitalGrade] ?? '1');
    return most(0n, roundHalfUp(new Big(at.open.toString()).minus(bears)));
  }
  if (layer.kind === 'year-cap') {
    const over = (limit: string | null | undefined, borne: Fen) =>
      limit === null || limit === undefined ? 0n : borne + at.open - parseYuan(limit);
    const overGrade = over(layer.patientCapByGrade?.[hospitalGrade], borneOf(running, parts, [hospitalGrade]));
    const overYear = over(layer.patientCapPerYear, borneOf(running, parts));
    return least(at.open, most(0n, most(overGrade, overYear)));
  }
  if (layer.brackets.length > 0) return at.brackets.reduce((sum, bracket) => sum + bracket.paid, 0n);
  return shareOf(at.excess, at.rate ?? '0');
}

function capOf(layer: PolicyLayer, running: RunningTotals, entitled: Fen, open: Fen) {
  const limits: { by: CappedBy; limit: Fen }[] = [{ by: 'residual', limit: open }];
  if (layer.capPerStay !== null) limits.push({ by: 'stay', limit: parseYuan(layer.capPerStay) });
  if (layer.capPerYear !== null) {
    const left = parseYuan(layer.capPerYear) - readTotal(running, layer.feeds.paid);
    limits.push({ by: 'year', limit: most(0n, left) });
  }
  const tightest = limits.reduce((one, other) => (other.limit < one.limit ? other : one));
  if (entitled <= tightest.limit) return { cap: null, capped: null, pays: entitled };
  return { cap: tightest.limit, capped: tightest.by, pays: tightest.limit };
}

function sumParts(parts: readonly BornePart[], amounts: Residual): Fen {
  return (
    (parts.includes('in-policy') ? amounts.inPolicy : 0n) + (parts.includes('out-of-policy') ? amounts.outOfPolicy : 0n)
  );
}

const roundHalfUp = (value: Big): Fen => BigInt(value.round(0, Big.roundHalfUp).toFixed(0));
const least = (one: Fen, other: Fen): Fen => (one < other ? one : other);
const most = (one: Fen, other: Fen): Fen => (one > other ? one : other);
