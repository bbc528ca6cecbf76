// What one layer (支付层) pays of what is still unpaid: base, deductible, brackets or rate, caps, rounded half-up to the fen once.
import Big from 'big.js';
import { type Fen, formatYuan, parseYuan, shareOf } from '#platform/vocabulary/money';
import {
  type EncounterFacts,
  type FeePart,
  feeParts,
  inPolicyParts,
  outOfPolicyParts,
} from '../settlement-policy/encounter-facts.rules';
import { fits } from '../settlement-policy/layer-condition.rules';
import type { PolicyLayer } from '../settlement-policy/policy-layer.rules';
import { type BornePart, borneAt, borneOf, borneParts, type RunningTotals, readTotal } from './running-total.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import { type FeeAmounts, sumParts } from './stay-fees.rules';

export interface BracketOutcome {
  from: Fen;
  to: Fen | null;
  amount: Fen;
  rate: string;
  /** of the layer's payment before caps; the brackets add up to it exactly, though only their sum is rounded */
  paid: Fen;
}

/** `admitted`: a cap on the cost that is admitted to the rate. */
export type CappedBy = 'stay' | 'year' | 'residual' | 'admitted-stay' | 'admitted-year';

export interface LayerPayment {
  baseAmount: Fen;
  deductible: Fen;
  /** above the deductible, and admitted to the rate */
  excess: Fen;
  brackets: BracketOutcome[];
  rate: string | null;
  /** before caps on the payment */
  entitled: Fen;
  /** of the excess, what the rate leaves to others */
  coPay: Fen;
  /** what the caps cut off: of the cost where they limit the cost, else of the payment */
  aboveCap: Fen;
  cap: Fen | null;
  capped: CappedBy | null;
  /** paid elsewhere before (已在他处支付), and taken as it was told */
  given: boolean;
  pays: Fen;
}

export interface LayerSituation {
  facts: EncounterFacts;
  whole: FeeAmounts;
  residual: FeeAmounts;
  running: RunningTotals;
  given: Fen | null;
}

export function partsOf({ base, feeParts: named }: PolicyLayer): readonly FeePart[] {
  if (base === 'fee-class') return named ?? [];
  if (base === 'in-policy-residual') return inPolicyParts;
  return base === 'out-of-policy-residual' ? outOfPolicyParts : feeParts;
}

export function payLayer(layer: PolicyLayer, situation: LayerSituation): LayerPayment {
  const parts = partsOf(layer);
  const open = sumParts(parts, situation.residual);
  const baseAmount = layer.base === 'whole-bill' ? sumParts(feeParts, situation.whole) : open;
  const deductible = deductibleOf(layer, situation, baseAmount);
  const admitted = admittedOf(layer, situation.running, baseAmount - deductible);
  const { excess } = admitted;
  const brackets = bracketsOf(layer, situation, deductible, excess);
  const rate = rateOf(layer, situation.facts);
  const { given } = situation;
  const entitled = given ?? entitledOf(layer, situation, { parts, open, excess, brackets, rate });
  const paid = given === null ? capOf(layer, situation.running, entitled, open) : givenOf(layer, given, open);
  return {
    baseAmount,
    deductible,
    excess,
    brackets,
    rate,
    entitled,
    coPay: most(0n, excess - entitled),
    aboveCap: admitted.cut + most(0n, entitled - paid.pays),
    ...(admitted.capped && paid.capped === null ? { cap: excess, capped: admitted.capped } : paid),
    given: given !== null,
    pays: paid.pays,
  };
}

function deductibleOf(layer: PolicyLayer, { facts, running }: LayerSituation, baseAmount: Fen): Fen {
  if (layer.deductible === null) return 0n;
  const { per, amounts, variants = [] } = layer.deductible;
  const fitting = variants.find(({ when }) => fits(when, facts))?.amounts ?? amounts;
  const whole = parseYuan(fitting[facts.hospitalGrade]);
  const used = per === 'year' ? readTotal(running, layer.feeds.deductible) : 0n;
  return least(baseAmount, most(0n, whole - used));
}

function rateOf({ rate, rateVariants = [] }: PolicyLayer, facts: EncounterFacts): string | null {
  const fitting = rateVariants.find(({ when }) => fits(when, facts))?.rate ?? rate;
  return typeof fitting === 'object' ? (fitting?.[facts.hospitalGrade] ?? null) : fitting;
}

/** Caps on the cost (以纳入费用封顶) come before the rate; caps on the payment after it. */
function admittedOf(layer: PolicyLayer, running: RunningTotals, excess: Fen) {
  if (layer.capBasis !== 'admitted-cost') return { excess, cut: 0n, capped: null };
  const limits: { by: CappedBy; limit: Fen }[] = [];
  if (layer.capPerStay !== null) limits.push({ by: 'admitted-stay', limit: parseYuan(layer.capPerStay) });
  if (layer.capPerYear !== null) {
    const left = parseYuan(layer.capPerYear) - readTotal(running, layer.feeds.excess);
    limits.push({ by: 'admitted-year', limit: most(0n, left) });
  }
  const [first, ...others] = limits;
  const tightest = others.reduce((one, other) => (one && other.limit < one.limit ? other : one), first);
  if (!tightest || excess <= tightest.limit) return { excess, cut: 0n, capped: null };
  return { excess: tightest.limit, cut: excess - tightest.limit, capped: tightest.by };
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
  { facts, whole, running }: LayerSituation,
  at: { parts: readonly FeePart[]; open: Fen; excess: Fen; brackets: BracketOutcome[]; rate: string | null },
): Fen {
  if (layer.kind === 'top-up') {
    const bears = new Big(sumParts(at.parts, whole).toString()).times(
      layer.patientShareByGrade?.[facts.hospitalGrade] ?? '1',
    );
    return most(0n, roundHalfUp(new Big(at.open.toString()).minus(bears)));
  }
  if (layer.kind === 'year-cap') return overYearCap(layer, facts, running, at.open);
  if (layer.brackets.length > 0) return at.brackets.reduce((sum, bracket) => sum + bracket.paid, 0n);
  return shareOf(at.excess, at.rate ?? '0');
}

/** What the patient would bear above the tightest of the year's limits. */
function overYearCap(layer: PolicyLayer, facts: EncounterFacts, running: RunningTotals, open: Fen): Fen {
  const { hospitalGrade: grade, hospitalLevel: level } = facts;
  const parts = borneParts.filter((part) => layer.base !== `${otherOf[part]}-residual`);
  const over = (limit: string | null | undefined, borne: Fen) =>
    limit === null || limit === undefined ? 0n : borne + open - parseYuan(limit);
  const limits = [
    over(layer.patientCapByGrade?.[grade], borneOf(running, parts, [grade])),
    level === null ? 0n : over(layer.patientCapByLevel?.[level], borneAt(running, parts, level)),
    over(layer.patientCapPerYear, borneOf(running, parts)),
  ];
  return least(open, most(0n, limits.reduce(most)));
}

const otherOf: Readonly<Record<BornePart, BornePart>> = { 'in-policy': 'out-of-policy', 'out-of-policy': 'in-policy' };

function capOf(layer: PolicyLayer, running: RunningTotals, entitled: Fen, open: Fen) {
  const limits: { by: CappedBy; limit: Fen }[] = [{ by: 'residual', limit: open }];
  if (layer.capBasis !== 'admitted-cost') {
    if (layer.capPerStay !== null) limits.push({ by: 'stay', limit: parseYuan(layer.capPerStay) });
    if (layer.capPerYear !== null) {
      const left = parseYuan(layer.capPerYear) - readTotal(running, layer.feeds.paid);
      limits.push({ by: 'year', limit: most(0n, left) });
    }
  }
  const tightest = limits.reduce((one, other) => (other.limit < one.limit ? other : one));
  if (entitled <= tightest.limit) return { cap: null, capped: null, pays: entitled };
  return { cap: tightest.limit, capped: tightest.by, pays: tightest.limit };
}

function givenOf({ layer }: PolicyLayer, given: Fen, open: Fen) {
  if (given < 0n || given > open)
    throw settlementRefusals.givenAboveBase({
      field: `given.${layer}`,
      given: formatYuan(given),
      open: formatYuan(open),
    });
  return { cap: null, capped: null, pays: given };
}

const roundHalfUp = (value: Big): Fen => BigInt(value.round(0, Big.roundHalfUp).toFixed(0));
const least = (one: Fen, other: Fen): Fen => (one < other ? one : other);
const most = (one: Fen, other: Fen): Fen => (one > other ? one : other);
