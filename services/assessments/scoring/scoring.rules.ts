// Scoring (计分): a pack's tree and the figures of its indicators give a score and, node by node, the evidence for it.
import { contentHash, packHash } from '#platform/vocabulary/canonical';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import {
  add,
  divide,
  type Fraction,
  formatFraction,
  multiply,
  parseDecimal,
  sumOfFractions,
  zero,
} from './fraction.rules';
import type { Indicator, ScoringGroup, ScoringItem, ScoringPack } from './scoring-pack.rules';
import { formulaOf, type IndicatorFigures, reachedShareOf } from './scoring-pattern.rules';

/** An absent indicator, or one of which nothing was due (a denominator of zero), is missing (缺项); of cases, none is none. */
export type ScoringInputs = Readonly<Record<Indicator, IndicatorFigures | null>>;

export interface EvidenceNode {
  node: string;
  title: BilingualText;
  /** the sum that was done, in numbers */
  formula: BilingualText;
  indicator: Indicator | null;
  inputs: IndicatorFigures | null;
  /** share of the weight that was reached, 0 to 1, to 6 decimals; null when missing */
  value: string | null;
  /** by the pack */
  weight: string;
  /** after missing nodes gave theirs away, to 4 decimals */
  effectiveWeight: string;
  /** to 4 decimals; the score alone is rounded to 2, once, from the exact sum */
  points: string | null;
  missing: boolean;
  children: EvidenceNode[];
}

export interface ScoreOutcome {
  /** two decimals, half-up; null when nothing at all could be scored */
  score: string | null;
  packHash: string;
  inputsHash: string;
  evidence: EvidenceNode;
}

export type { IndicatorFigures };

interface Scored {
  points: Fraction | null;
  evidence: EvidenceNode;
}

export function score(pack: ScoringPack, inputs: ScoringInputs): ScoreOutcome {
  const { points, evidence } = scoreNode(pack.root, parseDecimal(pack.root.weight), inputs);
  return {
    score: points === null ? null : formatFraction(points, 2),
    packHash: packHash(pack),
    inputsHash: contentHash(inputs),
    evidence,
  };
}

function scoreNode(of: ScoringGroup | ScoringItem, weight: Fraction, inputs: ScoringInputs): Scored {
  return 'children' in of ? scoreGroup(of, weight, inputs) : scoreItem(of, weight, inputs);
}

function scoreGroup(group: ScoringGroup, weight: Fraction, inputs: ScoringInputs): Scored {
  const there = group.children.filter((child) => isThere(child, inputs));
  const shared = sumOfFractions(there.map((child) => parseDecimal(child.weight)));
  const children = group.children.map((child) => {
    const own = there.includes(child) ? divide(multiply(weight, parseDecimal(child.weight)), shared) : zero;
    return scoreNode(child, own, inputs);
  });
  const points = there.length === 0 ? null : children.reduce((sum, child) => add(sum, child.points ?? zero), zero);
  const told = children.map(({ evidence }) => evidence.points ?? '—').join(' + ');
  const gone = children.filter(({ evidence }) => evidence.missing).map(({ evidence }) => evidence.title);
  const formula = { zh: `各项之和：${told}`, en: `sum of its items: ${told}` };
  if (gone.length > 0 && points !== null) {
    formula.zh += `；缺项 ${gone.map((title) => title.zh).join('、')} 的分值按权重分给其余项目`;
    formula.en += `; the weight of what is missing (${gone.map((title) => title.en).join(', ')}) goes to the others in proportion`;
  }
  const value = points === null ? null : divide(points, weight);
  const evidence = evidenceOf(group, { weight, value, points, formula });
  return { points, evidence: { ...evidence, children: children.map((child) => child.evidence) } };
}

function scoreItem(item: ScoringItem, weight: Fraction, inputs: ScoringInputs): Scored {
  if (!isThere(item, inputs)) {
    const formula = {
      zh: '缺项：本期无应办事项或无数据，不计零分',
      en: 'missing: nothing was due or no figures, not counted as zero',
    };
    return { points: null, evidence: evidenceOf(item, { weight, value: null, points: null, formula }) };
  }
  const figures = inputs[item.indicator] as IndicatorFigures;
  const value = reachedShareOf(item, figures);
  const points = multiply(weight, value);
  const evidence = evidenceOf(item, { weight, value, points, formula: formulaOf(item, figures, weight, points) });
  return { points, evidence: { ...evidence, inputs: { ...figures } } };
}

function isThere(of: ScoringGroup | ScoringItem, inputs: ScoringInputs): boolean {
  if ('children' in of) return of.children.some((child) => isThere(child, inputs));
  const figures = inputs[of.indicator];
  if (figures === undefined || figures === null) return false;
  if (figures.numerator < 0n || figures.denominator < 0n)
    throw refusals.indicatorInvalid({ indicator: of.indicator, ...figures });
  return of.pattern === 'minus-per-case' || figures.denominator > 0n;
}

function evidenceOf(
  of: ScoringGroup | ScoringItem,
  at: { weight: Fraction; value: Fraction | null; points: Fraction | null; formula: BilingualText },
): EvidenceNode {
  return {
    node: of.node,
    title: of.title,
    formula: at.formula,
    indicator: 'indicator' in of ? of.indicator : null,
    inputs: null,
    value: at.value === null ? null : formatFraction(at.value, 6),
    weight: of.weight,
    effectiveWeight: formatFraction(at.weight, 4),
    points: at.points === null ? null : formatFraction(at.points, 4),
    missing: at.points === null,
    children: [],
  };
}
