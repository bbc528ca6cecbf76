// Answers an objection (答复异议) to a posting of funds: by another person than posted, raised or applied; upheld, what it names is not paid.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findNoticeSubject } from './find-notice-subject';
import { NoticeObjection } from './notice-objection.entity';
import { noticeRefusals as refusals } from './notice-refusals.rules';
import { checkNoticeText } from './notice-text.rules';
import { PublicNotice } from './public-notice.entity';

export async function answerNoticeObjection(
  context: Context,
  id: string,
  { answer, upheld }: { answer: string; upheld: boolean },
): Promise<string> {
  const notFound = () => commonRefusals.notFound({ what: '异议 objection' });
  const { inScope, caller } = context;
  const { personId, principalId, standsFor } = caller;
  const told = checkNoticeText('answer', answer);
  if (!isId(id) || personId === null) throw notFound();
  const [objection] = await inScope.read((rows) => rows.select(NoticeObjection, 'where t.id = $1', [id]));
  if (!objection) throw notFound();
  if (objection.answeredAt !== null) throw refusals.objectionAnswered();
  const [notice] = await inScope.read((rows) =>
    rows.select(PublicNotice, 'where t.id = $1', [objection.noticeId], ['id', 'subjectKind', 'subjectId']),
  );
  const subject = notice && (await findNoticeSubject(context, notice.subjectKind, notice.subjectId));
  const made = [objection.postedBy, ...(subject ? [subject.madeBy] : [])];
  const checker = { personId, principalId, standsFor };
  if (made.some((hand) => !mayCheck(checker, { personId: hand, principalId: null }))) throw refusals.objectionEyes();
  try {
    return await inScope.write({ action: 'answerFundObjection', target: id, facts: { upheld } }, async (rows) => {
      const done = await rows.query<{ id: string }>(
        `update funds.notice_objection set answer = $2, upheld = $3, answered_by = $4, answered_at = clock_timestamp()
         where id = $1 and answered_at is null returning id`,
        [id, told, upheld, personId],
      );
      if (done.length === 0) throw refusals.objectionAnswered();
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'notice_objection_four_eyes') throw refusals.objectionEyes();
    throw error;
  }
}
