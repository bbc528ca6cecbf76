// Arithmetic of calendar days (日期推算), and the periods that obligations are asked for: a year, a quarter or a month.
import { addDays, type CalendarDay, type Period, parseQuarter } from '../vocabulary/calendar-day';
import { invalidInput } from '../vocabulary/refusal';

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the month that lies `months` after the month of a day. */
export function firstOfMonth(day: CalendarDay, months = 0): CalendarDay {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

export const lastDayOf = ({ until }: Period): CalendarDay => addDays(until, -1);

/** `2018`, `2018Q2` or `2018-05`. */
export function parsePeriod(text: string, field = 'period'): Period {
  if (/^20\d{2}$/.test(text)) return { from: `${text}-01-01`, until: `${Number(text) + 1}-01-01` };
  if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) return { from: `${text}-01`, until: firstOfMonth(`${text}-01`, 1) };
  if (/^20\d{2}Q[1-4]$/.test(text)) {
    const { from, until } = parseQuarter(text, field);
    return { from, until };
  }
  throw invalidInput(
    field,
    '期间须为 2018、2018Q2 或 2018-05 的形式',
    'a period is written like 2018, 2018Q2 or 2018-05',
    { value: text },
  );
}
