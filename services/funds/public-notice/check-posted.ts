// Checks that a batch may be paid by its posting (先公示后支付): its days are over, and no objection stops it or one of its lines.
import type { Rows } from '#platform/database/in-scope';
import { brokenConstraint } from '#platform/graph/errors';
import { noticeRefusals as refusals } from './notice-refusals.rules';

const STANDING = `select funds.notice_cleared('disbursement', $1, funds.today()) as cleared,
  (select count(*)::int from funds.disbursement_line l where l.disbursement_id = $1 and funds.notice_stops('disbursement', $1, l.id)) as stopped`;

/** Told before the rows refuse it, which they do whoever pays. */
export async function checkPosted(rows: Rows, disbursementId: string): Promise<void> {
  const [told] = await rows.query<{ cleared: boolean; stopped: number }>(STANDING, [disbursementId]);
  if (!told?.cleared) throw refusals.noticeNotCleared();
  if (told.stopped > 0) throw refusals.noticeLineStopped({ lines: told.stopped });
}

export function postingRefusalOf(error: unknown): Error | null {
  return brokenConstraint(error) === 'disbursement_line_posted' ? refusals.noticeNotCleared() : null;
}
