// A quarter (季度) of a report in words and in days: the one that is told of, and the one that comes next.
import { parseQuarter } from '#platform/vocabulary/calendar-day';

const ordinals = ['一', '二', '三', '四'];

/** What the questions of a report may bind, by the name of the variable. */
export interface QuarterVariables {
  quarter: string;
  year: number;
  next: string;
  nextYear: number;
  /** the first day after the quarter */
  on: string;
}

export function quarterVariables(quarter: string): QuarterVariables {
  const { until } = parseQuarter(quarter);
  const nextYear = Number(until.slice(0, 4));
  const next = `${nextYear}Q${Math.ceil(Number(until.slice(5, 7)) / 3)}`;
  return { quarter, year: Number(quarter.slice(0, 4)), next, nextYear, on: until };
}

export function quarterInWords(quarter: string): string {
  return `${quarter.slice(0, 4)}年第${ordinals[Number(quarter.slice(5)) - 1]}季度`;
}
