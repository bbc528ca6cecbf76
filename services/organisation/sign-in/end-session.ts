// Ends a session (退出) of the caller's own: the one in use, or another one, such as on a lost telephone.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { closeSessions } from './close-sessions';

export function endSession(
  { caller, inScope }: Context<never>,
  sessionId: string | null,
  action: 'signOut' | 'endSession',
): Promise<boolean> {
  const personId = caller.personId;
  if (!personId || !sessionId) throw commonRefusals.unauthenticated();
  return inScope.write(
    { action, target: sessionId },
    async (rows) => {
      const closed = await closeSessions(rows, { personId, sessionId, reason: action });
      if (closed === 0) throw commonRefusals.notFound({ what: '会话 session' });
      return true;
    },
    'desk',
  );
}
