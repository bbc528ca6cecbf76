// Checks that a batch may be paid by its posting (先公示后支付): its days are over, and something of it is left that no objection stops.
import type { Rows } from '#platform/database/in-scope';
import { brokenConstraint } from '#platform/graph/errors';
import { noticeRefusals as refusals } from './notice-refusals.rules';

const STANDING = `select funds.notice_cleared('disbursement', $1, funds.today()) as cleared,
  exists (select 1 from funds.disbursement_line l where l.disbursement_id = $1 and l.state = 'reserved' and not funds.notice_stops('disbursement', $1, l.id)) as payable`;

/** Told before the rows refuse it, which they do whoever pays. */
export async function checkPosted(rows: Rows, disbursementId: string): Promise<void> {
  const [told] = await rows.query<{ cleared: boolean; payable: boolean }>(STANDING, [disbursementId]);
  if (!told?.cleared) throw refusals.noticeNotCleared();
  if (!told.payable) throw refusals.noticeLineStopped();
}

export function postingRefusalOf(error: unknown): Error | null {
  return brokenConstraint(error) === 'disbursement_line_posted' ? refusals.noticeNotCleared() : null;
}
