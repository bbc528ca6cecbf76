// Raises an objection (提出异议) to a line of a notice that stands, by anybody who has signed in.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { checkText } from '../household/codes.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';

export function raiseObjection(
  { inScope }: Context,
  { noticeId, line, content }: { noticeId: string; line: number; content: string },
): Promise<string> {
  const told = checkText(content, 'content', 2, 1000);
  refusePersonalNumbers('content', told);
  return inScope.write(
    { action: 'raiseObjection', target: null },
    async (rows) => {
      const id = newId();
      const sql = 'select households.object_to_notice($1, $2, $3, $4) as raised';
      const [answer] = isId(noticeId) ? await rows.query<{ raised: boolean }>(sql, [id, noticeId, line, told]) : [];
      if (!answer?.raised) throw refusals.postingOver();
      rows.deed.target = id;
      return id;
    },
    'own',
  );
}
