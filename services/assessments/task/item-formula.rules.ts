// The score formula of a checklist item (考核项计分办法): one of the patterns that scoring knows, run on what was confirmed of a task.
import { z } from 'zod';
import type { BilingualText } from '#platform/vocabulary/refusal';
import { type Fraction, formatFraction, multiply, parseDecimal, sumOfFractions, zero } from '../scoring/fraction.rules';
import { parameterOf, patterns, points, type ScoringPattern } from '../scoring/scoring-pack.rules';
import { formulaOf, type IndicatorFigures, reachedShareOf } from '../scoring/scoring-pattern.rules';

const parameters = ['minusPerTenth', 'minusPerCase', 'zeroFromPercent'] as const;

export const itemFormula = z
  .strictObject({
    pattern: z.enum(patterns),
    minusPerTenth: points.optional(),
    minusPerCase: points.optional(),
    zeroFromPercent: points.optional(),
  })
  .superRefine((formula, context) => {
    for (const parameter of parameters)
      if ((parameterOf[formula.pattern] === parameter) !== (formula[parameter] !== undefined))
        context.addIssue({
          code: 'custom',
          path: [parameter],
          message: `${formula.pattern} 须且仅须设其自身的参数 · ${formula.pattern} has the figure of its own pattern and no other`,
        });
  });

export type ItemFormula = z.infer<typeof itemFormula>;

const ways: Readonly<Record<ScoringPattern, (formula: ItemFormula, weight: number) => BilingualText>> = {
  proportional: (_, full) => ({ zh: `按完成比例得分，满分 ${full}`, en: `in proportion, of ${full}` }),
  'full-only-at-100-percent': (_, full) => ({ zh: `达到 100% 得 ${full}，否则 0`, en: `${full} at 100%, else 0` }),
  'one-short-is-zero': (_, full) => ({ zh: `少一即不得分，满分 ${full}`, en: `one short gives nothing, of ${full}` }),
  'minus-per-tenth-point': ({ minusPerTenth }, full) => ({
    zh: `每低于 100% 满 0.1 个百分点扣 ${minusPerTenth}，满分 ${full}`,
    en: `each whole 0.1 point below 100% takes ${minusPerTenth} of ${full}`,
  }),
  'minus-per-case': ({ minusPerCase }, full) => ({
    zh: `每查实一件扣 ${minusPerCase}，满分 ${full}`,
    en: `each case verified takes ${minusPerCase} of ${full}`,
  }),
  'zero-from-share': ({ zeroFromPercent }, full) => ({
    zh: `达到 ${zeroFromPercent}% 不得分，否则 ${full}`,
    en: `nothing from ${zeroFromPercent}% on, else ${full}`,
  }),
};

export const patternOf = (formula: ItemFormula | null): ScoringPattern => (formula ?? plainFormula).pattern;

export function wordsOf(formula: ItemFormula | null, weight: number): string {
  const { zh, en } = ways[patternOf(formula)](formula ?? plainFormula, weight);
  return `${zh} · ${en}`;
}

/** A task that a resolution gave has no formula of its own: its share counts as it was confirmed (assumed). */
export const plainFormula: ItemFormula = { pattern: 'proportional' };

export interface ConfirmedReport {
  percent: number;
  /** how many of how many, where the task counts something */
  done: number | null;
  wanted: number | null;
  /** complaints verified against it, as whoever confirms it found */
  cases: number;
}

/** What the pattern looks at; null where nothing was due or nothing was counted (缺项). */
export function figuresOf({ pattern }: ItemFormula, report: ConfirmedReport): IndicatorFigures | null {
  const { percent, done, wanted, cases } = report;
  if (pattern === 'minus-per-case') return { numerator: BigInt(cases), denominator: 0n };
  if (done !== null && wanted !== null)
    return wanted === 0 ? null : { numerator: BigInt(done), denominator: BigInt(wanted) };
  // A share of what went wrong is not told by how far one has come.
  return pattern === 'zero-from-share' ? null : { numerator: BigInt(percent), denominator: 100n };
}

export interface ItemScore {
  numerator: string | null;
  denominator: string | null;
  /** share of the weight, 0 to 1, to 6 decimals; null when missing */
  share: string | null;
  /** to 4 decimals; null when missing */
  points: string | null;
  words: BilingualText;
}

export function scoreItem(formula: ItemFormula, weight: number, report: ConfirmedReport): ItemScore {
  const figures = figuresOf(formula, report);
  if (figures === null) {
    const words = {
      zh: '缺项：无应办事项或未报数量，分值分给其余项目',
      en: 'missing: nothing was due or nothing was counted, its weight goes to the others',
    };
    return { numerator: null, denominator: null, share: null, points: null, words };
  }
  const item = { ...formula, weight: String(weight) };
  const share = reachedShareOf(item, figures);
  const reached = multiply(parseDecimal(item.weight), share);
  return {
    numerator: String(figures.numerator),
    denominator: String(figures.denominator),
    share: formatFraction(share, 6),
    points: formatFraction(reached, 4),
    words: formulaOf(item, figures, parseDecimal(item.weight), reached),
  };
}

export interface ScoredTask {
  weight: number;
  /** null where nothing of it was confirmed yet */
  score: Pick<ItemScore, 'points'> | null;
}

export interface ListScore {
  /** of 100, two decimals; null when there is nothing to score */
  score: string | null;
  points: string;
  /** weight of what was not missing */
  weight: number;
  tasks: number;
  scored: number;
  missing: number;
}

/** What is missing gives its weight to the others in proportion; what is not confirmed yet has no points and keeps its weight. */
export function scoreOfList(tasks: readonly ScoredTask[]): ListScore {
  const missing = tasks.filter(({ score }) => score !== null && score.points === null);
  const there = tasks.filter((task) => !missing.includes(task));
  const reached: Fraction[] = there.map(({ score }) => (score?.points ? parseDecimal(score.points) : zero));
  const sum = sumOfFractions(reached);
  const weight = there.reduce((total, task) => total + task.weight, 0);
  return {
    score: weight === 0 ? null : formatFraction(multiply(sum, { numerator: 100n, denominator: BigInt(weight) }), 2),
    points: formatFraction(sum, 4),
    weight,
    tasks: tasks.length,
    scored: there.filter(({ score }) => score !== null).length,
    missing: missing.length,
  };
}
