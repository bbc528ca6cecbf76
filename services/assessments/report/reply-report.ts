// Answers a public report (答复举报), once, without learning who filed it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { reportColumns } from './list-reports';
import { PublicReport } from './public-report.entity';

const LONGEST = 3000;

export async function replyReport({ caller, inScope }: Context, id: string, reply: string): Promise<PublicReport> {
  const notFound = () => commonRefusals.notFound({ what: '举报 report' });
  if (!isId(id)) throw notFound();
  if (!reply.trim() || reply.length > LONGEST)
    throw invalidInput('reply', `答复为 1 至 ${LONGEST} 字`, `a reply has 1 to ${LONGEST} characters`);
  refusePersonalNumbers('reply', reply);
  try {
    return await inScope.write({ action: 'replyReport', target: id }, async (rows) => {
      const [report] = await rows.query<PublicReport>(
        `select ${reportColumns} from assessments.public_report r where r.id = $1`,
        [id],
      );
      if (!report) throw notFound();
      if (report.reply !== null) throw refusals.reportAnswered();
      const repliedAt = await rows.now();
      await rows.query(
        'update assessments.public_report set reply = $2, replied_by = $3, replied_at = $4 where id = $1',
        [id, reply, caller.personId, repliedAt],
      );
      return Object.assign(new PublicReport(), report, { reply, repliedAt });
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'assessments_public_report_decided_once') throw refusals.reportAnswered();
    if (constraint === 'public_report_four_eyes') throw refusals.samePerson();
    throw error;
  }
}
