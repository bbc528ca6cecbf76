// The book of obligations (应尽事项簿): the lines of all packs that stand, with the calendar, from which every subgraph reads what is owed to it.
import type { CalendarDay, Period } from '../vocabulary/calendar-day';
import type { ObligationLine, ObligationOwner, ObligationPack } from './obligation-pack';
import { type Window, windowsOf } from './windows';
import type { WorkCalendar } from './work-calendar';

export interface Turns {
  line: ObligationLine;
  windows: Window[];
}

/** Each line once, as the latest pack words it: what two packs owe by one line is counted together. */
export function linesOf(turns: readonly Turns[]): ObligationLine[] {
  return [...new Map(turns.map(({ line }) => [line.code, line])).values()];
}

export interface StandingObligations {
  effectiveFrom: CalendarDay;
  until: CalendarDay | null;
  content: ObligationPack;
}

export class ObligationBook {
  /** A line that two packs have stands twice, each for the days of its pack. */
  readonly lines: readonly ObligationLine[];

  constructor(
    packs: readonly StandingObligations[],
    private readonly calendar: WorkCalendar,
  ) {
    this.lines = packs.flatMap(({ effectiveFrom, until: effectiveTo, content }) =>
      content.lines.map((line) => ({ ...line, effectiveFrom, effectiveTo })),
    );
  }

  /** The lines whose evidence a subgraph holds, with their turns that fall due in the period; lines without one are left out, and a year is asked of the calendar only for lines that need it. */
  turnsOf(owner: ObligationOwner, period: Period, asked: (line: ObligationLine) => boolean = () => true): Turns[] {
    return this.lines
      .filter((line) => line.owner === owner && asked(line))
      .map((line) => ({ line, windows: windowsOf(line, period, this.calendar) }))
      .filter(({ windows }) => windows.length > 0);
  }
}
