// Closes sessions (结束会话): one of a person's, all of them, or all but the one in use; the next request finds them ended.
import type { WriteRows } from '#platform/database/in-scope';

export interface SessionsToClose {
  personId: string;
  sessionId?: string;
  /** the one that stays */
  except?: string | null;
  reason: string;
}

/** Answers how many were closed. */
export async function closeSessions(
  rows: WriteRows,
  { personId, sessionId, except, reason }: SessionsToClose,
): Promise<number> {
  const closed = await rows.query(
    `update session.session set ended_at = now(), end_reason = $4
     where person_id = $1 and ended_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3) returning id`,
    [personId, sessionId ?? null, except ?? null, reason],
  );
  return closed.length;
}
