// Sets the deadline of a report (补定答复时限) that came in before a clock was in force: once, by the clock, and never typed.
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { AssessmentsContext } from '../tools';
import { findReplyDue } from './find-reply-due';
import { reportColumns } from './list-reports';
import { PublicReport } from './public-report.entity';
import { checkDueUnknown } from './public-report.rules';
import { reportClockKind } from './report-clock.rules';

export async function setReplyDue(context: AssessmentsContext, id: string): Promise<PublicReport> {
  const { inScope } = context;
  const [report] = isId(id)
    ? await inScope.read(({ query }) =>
        query<PublicReport & { now: Date }>(
          `select ${reportColumns}, now() as now from assessments.public_report r where r.id = $1`,
          [id],
        ),
      )
    : [];
  if (!report) throw commonRefusals.notFound({ what: '举报 report' });
  checkDueUnknown(report);
  const { now, ...kept } = report;
  const due = await findReplyDue(context, { ...report, now });
  if (!due) throw refusals.packNotInForce({ quarter: beijingDay(now), kind: reportClockKind.kind });
  try {
    return await inScope.write({ action: 'setReplyDue', target: id, facts: { ...due } }, async (rows) => {
      await rows.query('update assessments.public_report set reply_due_on = $2, due_assumed = $3 where id = $1', [
        id,
        due.dueOn,
        due.assumed,
      ]);
      return Object.assign(new PublicReport(), kept, { replyDueOn: due.dueOn, dueAssumed: due.assumed });
    });
  } catch (error) {
    if (brokenConstraint(error) === 'assessments_public_report_decided_once') throw refusals.reportDueKnown();
    throw error;
  }
}
