// Registers a report that came by telephone, letter or press (登记来电、来信、媒体反映): who told it is sealed at once, and not for those who answer.
import { newId } from '#platform/database/new-id';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { AssessmentsContext } from '../tools';
import { DUE_UNKNOWN, findReplyDue } from './find-reply-due';
import { PublicReport } from './public-report.entity';
import type { RegisterReportInput } from './public-report.input';
import { receiptOf } from './public-report.rules';

export async function registerReport(context: AssessmentsContext, input: RegisterReportInput): Promise<PublicReport> {
  const { caller, inScope, tools } = context;
  const { regionId, channel, content, reporter } = input;
  if (channel === 'online')
    throw invalidInput('channel', '网上举报由举报人自行提交', 'what comes online is filed by its reporter');
  refusePersonalNumbers('content', content);
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const [{ now } = { now: new Date(0) }] = await inScope.read(({ query }) =>
    query<{ now: Date }>('select now() as now'),
  );
  const { dueOn, assumed } = (await findReplyDue(context, { path, channel, filedAt: now, now })) ?? DUE_UNKNOWN;
  return inScope.write({ action: 'registerReport', target: null, facts: { channel } }, async (rows) => {
    const id = newId();
    const filedAt = await rows.now();
    const receipt = receiptOf(id);
    rows.deed.target = id;
    await rows.query(
      `insert into assessments.public_report (id, receipt, region_id, path, content, filed_at, channel, reply_due_on, due_assumed, registered_by, reporter_sealed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        receipt,
        regionId,
        path,
        content,
        filedAt,
        channel,
        dueOn,
        assumed,
        caller.personId,
        reporter ? tools.personalData.seal(reporter) : null,
      ],
    );
    const report = { id, receipt, regionId, path, content, filedAt, channel, replyDueOn: dueOn, dueAssumed: assumed };
    return Object.assign(new PublicReport(), report, { reply: null, repliedAt: null });
  });
}
