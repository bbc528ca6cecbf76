// Chooses the appointment to act under (以此任职办理), among those that the person holds today.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { issueToken } from './issue-token';
import { settleSession } from './settle-session';
import type { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

export async function actAs(context: Context<OrganisationTools>, appointmentId: string): Promise<SignedIn> {
  const { personId, sessionId } = context.caller;
  if (!personId || !sessionId) throw commonRefusals.unauthenticated();
  const settled = await context.inScope.write(
    { action: 'actAs', target: appointmentId },
    (rows) => settleSession(rows, context.tools, { sessionId, personId, chosen: appointmentId }),
    'desk',
  );
  return issueToken(context, { personId, sessionId, settled });
}
