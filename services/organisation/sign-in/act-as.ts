// Chooses the appointment to act under (以此任职办理): one that the person holds today, or one that he stands in for by delegation.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { issueToken } from './issue-token';
import { type Chosen, settleSession } from './settle-session';
import type { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

export function actAs(context: Context<OrganisationTools>, appointmentId: string): Promise<SignedIn> {
  return choose(context, 'actAs', { appointmentId });
}

/** For somebody else, under a delegation that he has given; an own appointment is left for as long. */
export function actFor(context: Context<OrganisationTools>, delegationId: string): Promise<SignedIn> {
  return choose(context, 'actFor', { delegationId });
}

async function choose(
  context: Context<OrganisationTools>,
  action: 'actAs' | 'actFor',
  chosen: Chosen,
): Promise<SignedIn> {
  const { personId, sessionId } = context.caller;
  if (!personId || !sessionId) throw commonRefusals.unauthenticated();
  const settled = await context.inScope.write(
    { action, target: chosen.appointmentId ?? chosen.delegationId ?? null },
    (rows) => settleSession(rows, context.tools, { sessionId, personId, chosen }),
    'desk',
  );
  return issueToken(context, { personId, sessionId, settled });
}
