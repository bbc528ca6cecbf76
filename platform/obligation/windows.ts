// Windows (应尽期间): from which day until which each turn of a line is due, by its rhythm and the calendar.
import { addDays, type CalendarDay, type Period } from '../vocabulary/calendar-day';
import { firstOfMonth, lastDayOf, weekdayOf } from './days';
import type { ObligationLine, Rhythm } from './obligation-pack';
import type { WorkCalendar } from './work-calendar';

/** Half-open, like every period. */
export interface Window extends Period {
  /** what the turn is called: `2018-05`, `2018-W20`, `2018Q2`, `2018H1`, `2018` */
  turn: string;
}

/**
 * The turns of a line that fall due inside a period, oldest first: each belongs to the period in which its last day lies,
 * so that the turns of three months are those of their quarter. A week without a workday carries no duty.
 */
export function windowsOf(
  line: Pick<ObligationLine, 'rhythm' | 'effectiveFrom' | 'effectiveTo'>,
  period: Period,
  calendar: Pick<WorkCalendar, 'hasWorkday'>,
): Window[] {
  const { rhythm, effectiveFrom, effectiveTo } = line;
  const found: Window[] = [];
  for (let turn = turnAt(rhythm, addDays(period.from, -31)); ; turn = turnAt(rhythm, turn.until)) {
    const window = dueIn(rhythm, turn);
    const last = lastDayOf(window);
    if (last >= period.until) return found;
    if (last < period.from || last < effectiveFrom || (effectiveTo !== null && last >= effectiveTo)) continue;
    if (rhythm.every !== 'week' || calendar.hasWorkday(turn)) found.push(window);
  }
}

/** Whether a rhythm is about a month that is over: what fulfils it is found by the month and not by its own day. */
export function isAfterwards(rhythm: Rhythm): rhythm is Extract<Rhythm, { every: 'past-month' }> {
  return rhythm.every === 'past-month';
}

function dueIn(rhythm: Rhythm, { turn, from, until }: Window): Window {
  if (isAfterwards(rhythm)) return { turn, from: until, until: addDays(until, rhythm.withinDaysAfter) };
  if (rhythm.every === 'year') return { turn, from, until: addDays(`${turn}-${rhythm.by}`, 1) };
  return { turn, from, until };
}

function turnAt({ every }: Rhythm, day: CalendarDay): Window {
  const [year = '', month = ''] = day.split('-');
  const of = (months: number, name: (at: number) => string): Window => {
    const at = Math.floor((Number(month) - 1) / months);
    const from = firstOfMonth(`${year}-01-01`, at * months);
    return { turn: name(at), from, until: firstOfMonth(from, months) };
  };
  if (every === 'month' || every === 'past-month') return of(1, () => `${year}-${month}`);
  if (every === 'quarter') return of(3, (at) => `${year}Q${at + 1}`);
  if (every === 'half-year') return of(6, (at) => `${year}H${at + 1}`);
  if (every === 'year') return of(12, () => year);
  const from = addDays(day, 1 - weekdayOf(day));
  return { turn: weekOf(from), from, until: addDays(from, 7) };
}

/** GB/T 7408 (ISO 8601): a week belongs to the year of its Thursday. */
function weekOf(monday: CalendarDay): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}
