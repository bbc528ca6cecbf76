// Finds by when a report is answered (答复时限): by the clock that is in force where it is about, in working days.
import { workCalendar } from '#platform/graph/obligation-book';
import { packInForce } from '#platform/graph/pack/pack-in-force';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import type { AssessmentsContext } from '../tools';
import { type Channel, type ReplyDue, replyDue, reportClockKind } from './report-clock.rules';

/** `now` by the database; asked before the transaction that files the report. */
export async function findReplyDue(
  context: AssessmentsContext,
  { path, channel, now }: { path: string; channel: Channel; now: Date },
): Promise<ReplyDue> {
  const today = beijingDay(now);
  const found = await packInForce(context, reportClockKind, { path, from: today, until: addDays(today, 1) });
  if (!found) throw refusals.packNotInForce({ quarter: today, kind: reportClockKind.kind });
  return replyDue(today, found.content.workdays[channel], await workCalendar(context));
}
