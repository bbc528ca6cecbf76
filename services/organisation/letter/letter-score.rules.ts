// The score of a responsibility letter (责任书得分): computed from what became of the obligations that measure each duty, never typed.
import Big from 'big.js';
import type { Counts } from '#platform/obligation/counts';
import type { LetterTerm } from './letter-template.rules';

export interface LineFacts {
  line: string;
  counts: Counts;
}

export interface DutyScore {
  duty: string;
  /** 0 to 1 with four decimals; null where nothing has fallen due */
  share: string | null;
  /** out of 100 after duties without facts gave their weight away; null like the share */
  points: string | null;
  formula: string;
}

export interface LetterScoreFigures {
  /** null while nothing has fallen due */
  total: string | null;
  duties: DutyScore[];
}

/**
 * A line's share is what was fulfilled, and what was late at its rate, of all that has fallen due; exempt and running
 * obligations count neither way. A duty is the mean of its lines; the letter the mean of its duties by weight.
 */
export function scoreLetter(
  terms: readonly Pick<LetterTerm, 'duty' | 'weight' | 'lines'>[],
  facts: readonly LineFacts[],
  late: string,
): LetterScoreFigures {
  const shares = terms.map(({ duty, weight, lines }) => {
    const measured = lines.flatMap((line) => {
      const share = shareOf(facts.find((each) => each.line === line)?.counts, late);
      return share ? [{ line, ...share }] : [];
    });
    const mean = measured.length
      ? measured.reduce((sum, { share }) => sum.plus(share), new Big(0)).div(measured.length)
      : null;
    const formula = measured.map(({ line, text }) => `${line} ${text}`).join(' + ');
    return { duty, weight, mean, formula: measured.length > 1 ? `(${formula}) / ${measured.length}` : formula };
  });
  const told = shares.filter((each) => each.mean !== null && each.weight > 0);
  const weights = told.reduce((sum, { weight }) => sum + weight, 0);
  const pointsOf = ({ mean, weight }: (typeof shares)[number]) =>
    mean && weights > 0 ? mean.times(weight).times(100).div(weights) : null;
  const total = told.reduce((sum, each) => sum.plus(pointsOf(each) ?? 0), new Big(0));
  return {
    total: told.length > 0 ? total.toFixed(2, Big.roundHalfUp) : null,
    duties: shares.map((each) => ({
      duty: each.duty,
      share: each.mean?.toFixed(4, Big.roundHalfUp) ?? null,
      points: pointsOf(each)?.toFixed(2, Big.roundHalfUp) ?? null,
      formula: each.formula,
    })),
  };
}

function shareOf(counts: Counts | undefined, late: string): { share: Big; text: string } | null {
  if (!counts) return null;
  const closed = counts.fulfilled + counts.late + counts.overdue;
  if (closed === 0) return null;
  const done = new Big(counts.fulfilled).plus(new Big(late).times(counts.late));
  const text =
    counts.late > 0 ? `(${counts.fulfilled} + ${late} × ${counts.late})/${closed}` : `${counts.fulfilled}/${closed}`;
  return { share: done.div(closed), text };
}
