// The clock of public reports (举报办理时限): within how many working days each channel is answered, as data with its source.
import { z } from 'zod';
import type { WorkCalendar } from '#platform/obligation/work-calendar';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { Refusal } from '#platform/vocabulary/refusal';

export const reportChannels = ['online', 'hotline', 'letter', 'media'] as const;
export type Channel = (typeof reportChannels)[number];

const workdays = z.int().min(1).max(60);

const schema = z.strictObject({
  ...packHead,
  assumed: z.array(bilingual).min(1),
  workdays: z.strictObject({ online: workdays, hotline: workdays, letter: workdays, media: workdays }),
});

export type ReportClock = z.infer<typeof schema>;

export const reportClockKind: PackKind<ReportClock> = {
  subgraph: 'assessments',
  kind: 'report-clock',
  title: { zh: '举报办理时限', en: 'clock of public reports' },
  schema,
  startsOn: 'day',
};

export interface ReplyDue {
  dueOn: string;
  /** a year on the way has no notice of holidays yet: Monday to Friday was counted, and it is said */
  assumed: boolean;
}

/** The n-th working day after the day it came in. */
export function replyDue(filedOn: string, workdays: number, calendar: Pick<WorkCalendar, 'isWorkday'>): ReplyDue {
  let assumed = false;
  let at = Date.parse(`${filedOn}T00:00:00Z`);
  for (let left = workdays; left > 0; ) {
    at += 86_400_000;
    const day = new Date(at);
    try {
      if (calendar.isWorkday(day.toISOString().slice(0, 10))) left--;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN')) throw error;
      assumed = true;
      if (day.getUTCDay() % 6 !== 0) left--;
    }
  }
  return { dueOn: new Date(at).toISOString().slice(0, 10), assumed };
}
