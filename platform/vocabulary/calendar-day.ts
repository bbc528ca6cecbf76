// A calendar day (日期) is a text 'YYYY-MM-DD' in the Chinese civil calendar; quarters (季度) are '2018Q1'.
import { invalidInput } from './refusal';

export type CalendarDay = string;

export function parseCalendarDay(text: string, field = 'date'): CalendarDay {
  const ill = () => invalidInput(field, '日期须为 YYYY-MM-DD', 'a date is YYYY-MM-DD', { value: text });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw ill();
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) throw ill();
  return text;
}

/** Half-open period of days: from inclusive, until exclusive. */
export interface Period {
  from: CalendarDay;
  until: CalendarDay;
}

export function parseQuarter(text: string, field = 'quarter'): Period & { months: string[] } {
  const match = /^(20\d{2})Q([1-4])$/.exec(text);
  if (!match) throw invalidInput(field, '季度须为 2018Q1 的形式', 'a quarter is written like 2018Q1', { value: text });
  const year = Number(match[1]);
  const first = (Number(match[2]) - 1) * 3 + 1;
  const day = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-01`;
  const months = [first, first + 1, first + 2].map((month) => `${year}-${String(month).padStart(2, '0')}`);
  return { from: day(year, first), until: first === 10 ? day(year + 1, 1) : day(year, first + 3), months };
}

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** The day in Beijing at an instant of the database's clock; China has had one time without summer time since 1992. */
export function beijingDay(instant: Date): CalendarDay {
  return new Date(instant.getTime() + EIGHT_HOURS).toISOString().slice(0, 10);
}

export function addDays(day: CalendarDay, count: number): CalendarDay {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** The first day of the next month. */
export function dayAfterMonth(month: string): CalendarDay {
  return `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;
}
