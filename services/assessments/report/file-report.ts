// Files a public report (提交举报) about a region, by anybody who has signed in; answers a receipt number.

import { newId } from '#platform/database/new-id';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { AssessmentsContext } from '../tools';
import { DUE_UNKNOWN, findReplyDue } from './find-reply-due';
import { PublicReport } from './public-report.entity';
import { receiptOf } from './public-report.rules';

const LONGEST = 3000;

export async function fileReport(
  context: AssessmentsContext,
  regionId: string,
  content: string,
): Promise<PublicReport> {
  const { caller, inScope } = context;
  if (!content.trim() || content.length > LONGEST)
    throw invalidInput('content', `内容为 1 至 ${LONGEST} 字`, `the content has 1 to ${LONGEST} characters`);
  refusePersonalNumbers('content', content);
  // No range applies: divisions are public, and a citizen may report about any of them.
  const [region] = isId(regionId)
    ? await inScope.read(
        ({ query }) =>
          query<{ path: string; now: Date }>('select path, now() as now from assessments.scope where region_id = $1', [
            regionId,
          ]),
        'own',
      )
    : [];
  if (!region) throw commonRefusals.notFound({ what: '地区 region' });
  const channel = 'online' as const;
  const { dueOn, assumed } = (await findReplyDue(context, { ...region, channel, filedAt: region.now })) ?? DUE_UNKNOWN;
  return inScope.write(
    { action: 'fileReport', target: null },
    async (rows) => {
      const id = newId();
      const filedAt = await rows.now();
      const receipt = receiptOf(id);
      const report = {
        id,
        receipt,
        regionId,
        path: region.path,
        content,
        filedAt,
        reply: null,
        repliedAt: null,
        channel,
        replyDueOn: dueOn,
        dueAssumed: assumed,
      };
      rows.deed.target = id;
      await rows.query(
        `insert into assessments.public_report (id, receipt, region_id, path, content, reported_by, filed_at, reply_due_on, due_assumed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, receipt, regionId, region.path, content, caller.personId, filedAt, dueOn, assumed],
      );
      return Object.assign(new PublicReport(), report);
    },
    'own',
  );
}
