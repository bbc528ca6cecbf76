// The work calendar (工作日历): the State Council's yearly notice of holidays, with the days worked in their stead.
import { z } from 'zod';
import { addDays, type CalendarDay, type Period } from '../vocabulary/calendar-day';
import { commonRefusals } from '../vocabulary/refusal';
import { weekdayOf } from './days';

const day = z.iso.date('日期须为 YYYY-MM-DD · a date is YYYY-MM-DD');
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const schema = z.strictObject({
  year: z.int().min(2014).max(2100),
  title: bilingual,
  documents: z.array(z.strictObject({ number: z.string().min(2), title: bilingual })).min(1),
  /** a notice also names days around New Year of the year before */
  holidays: z.array(z.strictObject({ name: bilingual, from: day, to: day, workdays: z.array(day) })).min(1),
});

export type HolidayNotice = z.infer<typeof schema>;

export function parseHolidayNotice(json: unknown): HolidayNotice {
  const notice = schema.parse(json);
  for (const { from, to, workdays, name } of notice.holidays) {
    if (to < from) throw new Error(`${name.en} of ${notice.year} ends before it begins`);
    for (const worked of workdays)
      if (weekdayOf(worked) < 6) throw new Error(`${worked} is no weekend, nobody needs to be told to work on it`);
  }
  return notice;
}

export class WorkCalendar {
  private readonly years = new Set<number>();
  private readonly told = new Map<CalendarDay, boolean>();

  /** A later year's notice has the last word on days that two name. */
  constructor(notices: readonly HolidayNotice[]) {
    for (const { year, holidays } of [...notices].sort((a, b) => a.year - b.year)) {
      this.years.add(year);
      for (const { from, to, workdays } of holidays) {
        for (let off = from; off <= to; off = addDays(off, 1)) this.told.set(off, false);
        for (const worked of workdays) this.told.set(worked, true);
      }
    }
  }

  /** A year without its notice is not guessed at. */
  isWorkday(day: CalendarDay): boolean {
    const year = day.slice(0, 4);
    if (!this.years.has(Number(year))) throw commonRefusals.calendarUnknown({ year });
    return this.told.get(day) ?? weekdayOf(day) < 6;
  }

  hasWorkday({ from, until }: Period): boolean {
    for (let day = from; day < until; day = addDays(day, 1)) if (this.isWorkday(day)) return true;
    return false;
  }
}
