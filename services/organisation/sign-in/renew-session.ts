// Renews a session (续期): the renewal is changed for a new one; one that comes twice was stolen or copied, and ends the session.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { closeSessions } from './close-sessions';
import { drawRenewal, hashOfRenewal, issueToken } from './issue-token';
import { settleSession } from './settle-session';
import type { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

interface Known {
  session_id: string;
  person_id: string;
}

export async function renewSession(context: Context<OrganisationTools>, renewal: string): Promise<SignedIn> {
  const hash = hashOfRenewal(renewal);
  const [known] = await context.inScope.read(
    (rows) =>
      rows.query<Known>(
        'select r.session_id, s.person_id from session.renewal r join session.session s on s.id = r.session_id where r.hash = $1',
        [hash],
      ),
    'desk',
  );
  if (!known) throw refusals.renewalRefused();
  const { session_id: sessionId, person_id: personId } = known;
  const renewed = await context.inScope
    .write(
      { action: 'renew', target: personId, facts: { sessionId } },
      async (rows) => {
        const spent = await rows.query(
          'update session.renewal set spent_at = now() where hash = $1 and spent_at is null returning 1 as one',
          [hash],
        );
        if (spent.length === 0) throw refusals.renewalReused();
        const standing = await rows.query('select 1 as one from session.standing($1)', [sessionId]);
        if (standing.length === 0) throw refusals.renewalRefused();
        const settled = await settleSession(rows, context.tools, { sessionId, personId });
        return { settled, renewal: await drawRenewal(rows, sessionId) };
      },
      'desk',
    )
    .catch(async (error: unknown) => {
      // The transaction is rolled back, and the session is ended all the same.
      if ((error as { code?: string }).code === refusals.renewalReused().code)
        await context.inScope.write(
          { action: 'renew', toldByRefusal: true },
          (rows) => closeSessions(rows, { personId, sessionId, reason: 'renewal reused' }),
          'desk',
        );
      throw error;
    });
  return issueToken(context, { personId, sessionId, ...renewed });
}
