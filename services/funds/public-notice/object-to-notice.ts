// Raises an objection (提出异议) to a posting that stands, or to one line of it, by anybody who has signed in.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { noticeRefusals as refusals } from './notice-refusals.rules';
import { checkNoticeText } from './notice-text.rules';

export function objectToNotice(
  { inScope }: Context,
  { noticeId, line, content }: { noticeId: string; line: number | null; content: string },
): Promise<string> {
  const told = checkNoticeText('content', content);
  return inScope.write(
    { action: 'objectToFundNotice', target: null },
    async (rows) => {
      const id = newId();
      const sql = 'select funds.object_to_notice($1, $2, $3, $4) as raised';
      const [answer] = isId(noticeId) ? await rows.query<{ raised: boolean }>(sql, [id, noticeId, line, told]) : [];
      if (!answer?.raised) throw refusals.noticeOver();
      rows.deed.target = id;
      return id;
    },
    'own',
  );
}
