// Finds by when a report is answered (答复时限): by the clock that is in force where it is about, in working days; null while there is none.
import { workCalendar } from '#platform/graph/obligation-book';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import type { AssessmentsContext } from '../tools';
import { type Channel, type ReplyDue, replyDue, reportClockKind } from './report-clock.rules';

export interface ReportTold {
  path: string;
  channel: Channel;
  /** when it came in; the days run from there */
  filedAt: Date;
  /** by the database */
  now: Date;
}

/** The clock of the day on which it came in, or else the one of today. Asked before the transaction that writes. */
export async function findReplyDue(
  context: AssessmentsContext,
  { path, channel, filedAt, now }: ReportTold,
): Promise<ReplyDue | null> {
  const filedOn = beijingDay(filedAt);
  for (const day of new Set([filedOn, beijingDay(now)])) {
    const found = await packInForce(context, reportClockKind, { path, from: day, until: addDays(day, 1) });
    if (found) return replyDue(filedOn, found.content.workdays[channel], await workCalendar(context));
  }
  return null;
}

export const DUE_UNKNOWN = { dueOn: null, assumed: false } as const;
