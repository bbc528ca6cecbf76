// Marks a notice read (阅读回执), once and for oneself alone.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findNotice } from './list-notices';
import type { Notice } from './notice.entity';

export async function readNotice(context: Context, id: string): Promise<Notice> {
  const { caller, inScope } = context;
  const notice = isId(id) ? await findNotice(context, id) : null;
  if (!notice) throw commonRefusals.notFound({ what: '提醒 notice' });
  if (notice.readAt !== null) return notice;
  return inScope.write({ action: 'readNotice', target: id }, async (rows) => {
    await rows.query(
      `insert into assessments.notice_receipt (notice_id, person_id, path, unit_id, post) values ($1, $2, $3, $4, $5)
       on conflict (notice_id, person_id) do nothing`,
      [id, caller.personId, notice.path, notice.unitId, caller.post],
    );
    return Object.assign(notice, { readAt: await rows.now() });
  });
}
