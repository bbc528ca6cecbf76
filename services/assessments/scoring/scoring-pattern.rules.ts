// Ways of scoring (计分方式): which share of its weight an item reaches by its figures, and the sum in words.
import type { BilingualText } from '#platform/vocabulary/refusal';
import {
  divide,
  type Fraction,
  floorOf,
  formatFraction,
  fractionOf,
  isBelow,
  multiply,
  one,
  parseDecimal,
  subtract,
  zero,
} from './fraction.rules';
import type { ScoringItem } from './scoring-pack.rules';

/** An item of a scoring pack, or a task of a checklist. */
type Item = Pick<ScoringItem, 'pattern' | 'weight' | 'minusPerTenth' | 'minusPerCase' | 'zeroFromPercent'>;

/** Household-months, tasks, fen or cases: visited / owed, confirmed / due, paid / approved, verified / filed. */
export interface IndicatorFigures {
  numerator: bigint;
  denominator: bigint;
}

/** 0 to 1. */
export function reachedShareOf(item: Item, { numerator, denominator }: IndicatorFigures): Fraction {
  if (item.pattern === 'minus-per-case') return remains(item, multiply(decimalOf(item.minusPerCase), whole(numerator)));
  if (item.pattern === 'one-short-is-zero') return numerator < denominator ? zero : one;
  const ratio = fractionOf(numerator < denominator ? numerator : denominator, denominator);
  if (item.pattern === 'proportional') return ratio;
  if (item.pattern === 'full-only-at-100-percent') return isBelow(ratio, one) ? zero : one;
  if (item.pattern === 'zero-from-share')
    return isBelow(multiply(ratio, whole(100n)), decimalOf(item.zeroFromPercent)) ? one : zero;
  const tenths = floorOf(multiply(subtract(one, ratio), whole(1000n)));
  return remains(item, multiply(decimalOf(item.minusPerTenth), whole(tenths)));
}

/** Counted in the pack's own weight, so that a weight grown by a missing item does not soften the penalty. */
function remains(item: Item, taken: Fraction): Fraction {
  const lost = divide(taken, parseDecimal(item.weight));
  return isBelow(lost, one) ? subtract(one, lost) : zero;
}

const whole = (count: bigint): Fraction => fractionOf(count, 1n);
const decimalOf = (text: string | undefined): Fraction => parseDecimal(text ?? '0');

export function formulaOf(
  item: Item,
  { numerator, denominator }: IndicatorFigures,
  weight: Fraction,
  points: Fraction,
): BilingualText {
  const [full, got] = [formatFraction(weight, 4), formatFraction(points, 4)];
  const ratio = `${numerator} ÷ ${denominator}`;
  switch (item.pattern) {
    case 'proportional':
      return { zh: `${ratio}（至多 1）× ${full} = ${got}`, en: `${ratio} (at most 1) × ${full} = ${got}` };
    case 'full-only-at-100-percent':
      return {
        zh: `${ratio} 达到 100% 得 ${full}，否则 0：${got}`,
        en: `${full} when ${ratio} reaches 100%, else 0: ${got}`,
      };
    case 'one-short-is-zero':
      return {
        zh: `应 ${denominator}，实 ${numerator}，少一即不得分：${got}`,
        en: `${numerator} of ${denominator}, one short gives nothing: ${got}`,
      };
    case 'minus-per-case':
      return {
        zh: `${numerator} 件，每件按满分 ${item.weight} 扣 ${item.minusPerCase}，扣完为止，折合满分 ${full}：${got}`,
        en: `${numerator} cases, each takes ${item.minusPerCase} of ${item.weight}, down to nothing, scaled to ${full}: ${got}`,
      };
    case 'zero-from-share':
      return {
        zh: `${ratio} 达到 ${item.zeroFromPercent}% 不得分，否则 ${full}：${got}`,
        en: `nothing when ${ratio} reaches ${item.zeroFromPercent}%, else ${full}: ${got}`,
      };
    case 'minus-per-tenth-point':
      return {
        zh: `${ratio}，每低于 100% 满 0.1 个百分点按满分 ${item.weight} 扣 ${item.minusPerTenth}，折合满分 ${full}：${got}`,
        en: `${ratio}, each whole 0.1 point below 100% takes ${item.minusPerTenth} of ${item.weight}, scaled to ${full}: ${got}`,
      };
  }
}
