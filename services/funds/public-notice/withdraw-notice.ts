// Withdraws a notice (撤下): a posting before the act, when its list was wrong; what was done on its ground stays posted.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { findNoticeSubject } from './find-notice-subject';
import { noticeRefusals as refusals } from './notice-refusals.rules';
import { checkNoticeText } from './notice-text.rules';
import { NoticeState, NoticeType, PublicNotice } from './public-notice.entity';

export async function withdrawNotice(context: Context, id: string, reason: string): Promise<string> {
  const notFound = () => commonRefusals.notFound({ what: '公示公告 notice' });
  checkReason(reason);
  const told = checkNoticeText('reason', reason);
  if (!isId(id)) throw notFound();
  const { inScope, caller } = context;
  const [notice] = await inScope.read((rows) => rows.select(PublicNotice, 'where t.id = $1', [id]));
  if (!notice) throw notFound();
  const subject = await findNoticeSubject(context, notice.subjectKind, notice.subjectId);
  if (notice.type === NoticeType.posting && subject?.stage === 'after') throw refusals.noticeSettled();
  await inScope.write({ action: 'withdrawFundNotice', target: id, facts: { reason: told } }, async (rows) => {
    const [held] = await rows.select(PublicNotice, 'where t.id = $1 for update', [id]);
    if (held?.state === NoticeState.withdrawn) throw refusals.noticeWithdrawn();
    await rows.query(
      `update funds.public_notice set state = 'withdrawn', withdrawn_by = $2, withdrawn_on = funds.today(), withdrawal_reason = $3 where id = $1`,
      [id, caller.personId, told],
    );
  });
  return id;
}
