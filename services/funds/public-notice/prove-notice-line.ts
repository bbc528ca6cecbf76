// Proves a line (名单内证明): its content and salt, and the path of hashes to the published root, through which no other line is seen.
import type { Context } from '#platform/graph/context';
import { proofOf, rootOf } from '#platform/vocabulary/merkle';
import { NoticeLine, NoticeProof } from './notice-line.entity';

/** Null where the line is not the caller's to know; the hashes of the others tell nothing without their salts. */
export async function proveNoticeLine(
  { inScope }: Context,
  { noticeId, line }: Pick<NoticeLine, 'noticeId' | 'line'>,
): Promise<NoticeProof | null> {
  const [found] = await inScope.read((rows) =>
    rows.select(NoticeLine, 'where t.notice_id = $1 and t.line = $2', [noticeId, line]),
  );
  if (!found) return null;
  const [answer] = await inScope.read((rows) =>
    rows.query<{ leaves: string[] | null }>('select funds.notice_leaves($1) as leaves', [noticeId]),
  );
  const leaves = answer?.leaves ?? [];
  const { village, name, amount, salt, leaf } = found;
  const proof = { noticeId, line, village, name, amount, salt, leaf };
  return Object.assign(new NoticeProof(), proof, { path: proofOf(leaves, line - 1), root: rootOf(leaves) });
}
