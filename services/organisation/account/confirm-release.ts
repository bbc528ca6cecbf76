// Confirms a release (放行确认): the person gives the code that the other officer handed over, and from then on acts under posts.
import type { Context } from '#platform/graph/context';
import { delegationRefusals } from '../delegation/delegation-refusals.rules';
import { claimAttempt, forgiveAttempts } from '../sign-in/claim-attempt';
import { findOwnAccount } from '../sign-in/find-own-account';
import { hashOfRenewal, issueToken } from '../sign-in/issue-token';
import { settleSession } from '../sign-in/settle-session';
import type { SignedIn } from '../sign-in/signed-in.entity';
import type { OrganisationTools } from '../sign-in/tools.rules';

export async function confirmRelease(context: Context<OrganisationTools>, code: string): Promise<SignedIn> {
  const account = await findOwnAccount(context);
  const attempt = await claimAttempt(context, account.name);
  const { person_id: personId, session_id: sessionId } = account;
  const settled = await context.inScope.write(
    { action: 'confirmRelease', target: account.id },
    async (rows) => {
      const released = await rows.query(
        'update organisation.account set awaits_release = false, release_hash = null where id = $1 and awaits_release and release_hash = $2 returning 1 as one',
        [account.id, hashOfRenewal(code.trim())],
      );
      if (released.length === 0) throw delegationRefusals.releaseWrong();
      await forgiveAttempts(rows, attempt);
      return settleSession(rows, context.tools, { sessionId, personId });
    },
    'desk',
  );
  return issueToken(context, { personId, sessionId, settled });
}
