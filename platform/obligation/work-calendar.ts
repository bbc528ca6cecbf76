// The work calendar (工作日历): the State Council's yearly notice of holidays, with the days worked in their stead.
import { z } from 'zod';
import { addDays, type CalendarDay, type Period } from '../vocabulary/calendar-day';
import type { PackKind } from '../vocabulary/pack';
import { bilingual, day, packHead } from '../vocabulary/pack-shape';
import { commonRefusals } from '../vocabulary/refusal';
import { weekdayOf } from './days';

const schema = z.strictObject({
  ...packHead,
  year: z.int().min(2014).max(2100),
  documents: z.array(z.strictObject({ number: z.string().min(2), title: bilingual })).min(1),
  /** a notice also names days around New Year of the year before */
  holidays: z.array(z.strictObject({ name: bilingual, from: day, to: day, workdays: z.array(day) })).min(1),
});

export type HolidayNotice = z.infer<typeof schema>;

const checked = schema.superRefine(({ year, effectiveFrom, holidays }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (!effectiveFrom.startsWith(`${year}-`)) refuse(['effectiveFrom'], '须在该年度内起 · it starts in its own year');
  holidays.forEach(({ from, to, workdays }, at) => {
    if (to < from) refuse(['holidays', at, 'to'], '止日早于起日 · it ends before it begins');
    workdays.forEach((worked, place) => {
      if (weekdayOf(worked) < 6)
        refuse(
          ['holidays', at, 'workdays', place],
          '不是周末，无须调休上班 · is no weekend, nobody needs to be told to work on it',
        );
    });
  });
});

/** A year has its notice, and what the State Council changes within the year is another that follows it. */
export const calendarKind: PackKind<HolidayNotice> = {
  subgraph: 'organisation',
  kind: 'calendar',
  title: { zh: '节假日安排', en: 'calendar of holidays' },
  schema: checked,
  startsOn: 'day',
};

export interface StandingNotice {
  effectiveFrom: CalendarDay;
  content: HolidayNotice;
}

export class WorkCalendar {
  private readonly years = new Set<number>();
  private readonly told = new Map<CalendarDay, boolean>();

  /** In the order of their first days. From its first day on a notice speaks alone; of days of the year before it has the last word. */
  constructor(notices: readonly StandingNotice[]) {
    for (const { effectiveFrom, content } of notices) {
      this.years.add(content.year);
      for (const day of [...this.told.keys()]) if (day >= effectiveFrom) this.told.delete(day);
      const tell = (day: CalendarDay, isWorked: boolean) => {
        if (day >= effectiveFrom || day < `${content.year}-01-01`) this.told.set(day, isWorked);
      };
      for (const { from, to, workdays } of content.holidays) {
        for (let off = from; off <= to; off = addDays(off, 1)) tell(off, false);
        for (const worked of workdays) tell(worked, true);
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
