// The pack of public notices (公示公告规则包): for how many days a subject is posted before the act, counted how, with sources.
import { z } from 'zod';
import type { WorkCalendar } from '#platform/obligation/work-calendar';
import { addDays, type CalendarDay } from '#platform/vocabulary/calendar-day';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import { Refusal } from '#platform/vocabulary/refusal';

export const countings = ['days', 'workdays'] as const;
export type Counting = (typeof countings)[number];

const subject = z.strictObject({
  kind: z.string().regex(/^[a-z][a-z-]{2,40}$/),
  title: bilingual,
  days: z.int().min(1).max(60),
  counted: z.enum(countings),
});

const schema = z
  .strictObject({
    ...packHead,
    assumed: z.array(bilingual).min(1),
    /** where objections are also taken */
    hotline: z.string().regex(/^\d{3,12}$/),
    subjects: z.array(subject).min(1),
  })
  .superRefine(({ subjects }, context) => {
    const kinds = subjects.map(({ kind }) => kind);
    kinds.forEach((kind, at) => {
      if (kinds.indexOf(kind) < at)
        context.addIssue({ code: 'custom', path: ['subjects', at, 'kind'], message: '重复 · stands twice' });
    });
  });

export type NoticePack = z.infer<typeof schema>;
export type NoticeSubjectRule = NoticePack['subjects'][number];

export const noticePackKind: PackKind<NoticePack> = {
  subgraph: 'funds',
  kind: 'public-notices',
  title: { zh: '公示公告规则', en: 'rules of public notices' },
  schema,
  startsOn: 'day',
};

export interface PostedUntil {
  /** the first day on which the posting is over */
  untilOn: CalendarDay;
  /** a year on the way has no notice of holidays yet: Monday to Friday was counted, and it is said */
  assumed: boolean;
}

/** The day of posting is not counted (《民法总则》第二百零一条: 开始的当日不计入): the n days begin on the day after it. */
export function postedUntil(
  fromOn: CalendarDay,
  { days, counted }: Pick<NoticeSubjectRule, 'days' | 'counted'>,
  calendar: Pick<WorkCalendar, 'isWorkday'>,
): PostedUntil {
  let assumed = false;
  let day = fromOn;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (counted === 'days') left--;
    else {
      const told = workdayOf(day, calendar);
      assumed ||= told.assumed;
      if (told.worked) left--;
    }
  }
  return { untilOn: addDays(day, 1), assumed };
}

function workdayOf(day: CalendarDay, calendar: Pick<WorkCalendar, 'isWorkday'>): { worked: boolean; assumed: boolean } {
  try {
    return { worked: calendar.isWorkday(day), assumed: false };
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'CALENDAR_UNKNOWN')) throw error;
    return { worked: new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0, assumed: true };
  }
}
