// Confirms a second factor (确认动态口令) by its first code; from then on sign-in asks for one.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { claimAttempt, forgiveAttempts } from './claim-attempt';
import { findOwnAccount } from './find-own-account';
import { issueToken } from './issue-token';
import { settleSession } from './settle-session';
import type { SignedIn } from './signed-in.entity';
import { spendCode } from './spend-code';
import type { OrganisationTools } from './tools.rules';

export async function confirmSecondFactor(context: Context<OrganisationTools>, code: string): Promise<SignedIn> {
  const account = await findOwnAccount(context);
  if (account.second_factor_confirmed_at) throw refusals.secondFactorStands();
  const attempt = await claimAttempt(context, account.name);
  const personId = account.person_id;
  const sessionId = account.session_id;
  const settled = await context.inScope.write(
    { action: 'confirmSecondFactor', target: personId },
    async (rows) => {
      await spendCode(rows, context.tools, account, code);
      await forgiveAttempts(rows, attempt);
      await rows.query('update organisation.account set second_factor_confirmed_at = now() where id = $1', [
        account.id,
      ]);
      return settleSession(rows, context.tools, { sessionId, personId });
    },
    'desk',
  );
  return issueToken(context, { personId, sessionId, settled });
}
