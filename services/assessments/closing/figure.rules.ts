// A figure (取数) of a quarter: what one indicator says of one region or unit, with the question asked and a hash of the rows counted.
import { contentHash } from '#platform/vocabulary/canonical';
import type { FigureSource } from '../scoring/frozen-score.rules';
import type { Indicator } from '../scoring/scoring-pack.rules';
import type { IndicatorFigures } from '../scoring/scoring-pattern.rules';

export interface Figure extends IndicatorFigures {
  /** the region or unit that it tells about */
  subjectId: string;
  indicator: Indicator;
  source: FigureSource;
}

/** The hash of one figure; where its words are written differently it stays the same. */
export function hashOfFigure({ subjectId, indicator, numerator, denominator, source }: Figure): string {
  return contentHash({ subjectId, indicator, numerator, denominator, rows: source.rows, rowsHash: source.rowsHash });
}

/** The hash of all figures of a quarter, whatever order they came in. */
export function hashOfFigures(figures: readonly Figure[]): string {
  return contentHash(figures.map(hashOfFigure).sort());
}

export function figuresBySubject(figures: readonly Figure[]): Map<string, Map<Indicator, Figure>> {
  const of = new Map<string, Map<Indicator, Figure>>();
  for (const figure of figures) {
    const own = of.get(figure.subjectId) ?? new Map<Indicator, Figure>();
    own.set(figure.indicator, figure);
    of.set(figure.subjectId, own);
  }
  return of;
}
