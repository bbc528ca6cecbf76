// The book of obligations (应尽事项簿): the lines of all packs with the calendar, from which every subgraph reads what is owed to it.
import type { Period } from '../vocabulary/calendar-day';
import { linesOf, type ObligationLine, type ObligationOwner, type ObligationPack } from './obligation-pack';
import { type Window, windowsOf } from './windows';
import { type HolidayNotice, WorkCalendar } from './work-calendar';

export interface Turns {
  line: ObligationLine;
  windows: Window[];
}

export class ObligationBook {
  readonly lines: readonly ObligationLine[];
  private readonly calendar: WorkCalendar;

  constructor(packs: readonly ObligationPack[], notices: readonly HolidayNotice[]) {
    this.lines = linesOf(packs);
    this.calendar = new WorkCalendar(notices);
  }

  /** The lines whose evidence a subgraph holds, with their turns that fall due in the period; lines without one are left out. */
  turnsOf(owner: ObligationOwner, period: Period): Turns[] {
    return this.lines
      .filter((line) => line.owner === owner)
      .map((line) => ({ line, windows: windowsOf(line, period, this.calendar) }))
      .filter(({ windows }) => windows.length > 0);
  }
}
