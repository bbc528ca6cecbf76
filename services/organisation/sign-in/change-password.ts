// Changes the caller's own password (修改口令): the present one is asked for, and his other sessions end.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { claimAttempt, forgiveAttempts } from './claim-attempt';
import { closeSessions } from './close-sessions';
import { findOwnAccount, type OwnAccount } from './find-own-account';
import { issueToken } from './issue-token';
import { PASSWORD_HISTORY, passwordFlaw } from './password.rules';
import { settleSession } from './settle-session';
import type { ChangePasswordArgs } from './sign-in.input';
import type { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

export async function changePassword(
  context: Context<OrganisationTools>,
  { present, next }: ChangePasswordArgs,
): Promise<SignedIn> {
  const { tools, inScope } = context;
  const account = await findOwnAccount(context);
  const flaw = passwordFlaw(next, { account: account.name, breached: tools.breachedPasswords });
  if (flaw) throw flaw;
  // A stolen token must not become a place to guess the password at.
  const attempt = await claimAttempt(context, account.name);
  if (!(await tools.passwords.verify(account.password_hash, present))) throw refusals.passwordWrong();
  if (await wasUsedBefore(context, account, next)) {
    await inScope.write(
      { action: 'changePassword', toldByRefusal: true },
      (rows) => forgiveAttempts(rows, attempt),
      'desk',
    );
    throw refusals.passwordUsedBefore({ count: PASSWORD_HISTORY });
  }
  const hash = await tools.passwords.hash(next);
  const personId = account.person_id;
  const sessionId = account.session_id;
  const settled = await inScope.write(
    { action: 'changePassword', target: personId },
    async (rows) => {
      await forgiveAttempts(rows, attempt);
      await rows.query('insert into organisation.password_history (account_id, hash) values ($1, $2)', [
        account.id,
        account.password_hash,
      ]);
      await rows.query(
        `update organisation.account set password_hash = $2, password_changed_at = now(), must_change_password = false, import_id = null where id = $1`,
        [account.id, hash],
      );
      await closeSessions(rows, { personId, except: sessionId, reason: 'password changed' });
      return settleSession(rows, tools, { sessionId, personId });
    },
    'desk',
  );
  return issueToken(context, { personId, sessionId, settled });
}

async function wasUsedBefore(
  { inScope, tools }: Context<OrganisationTools>,
  account: OwnAccount,
  next: string,
): Promise<boolean> {
  const used = await inScope.read(
    (rows) =>
      rows.query<{ hash: string }>(
        'select hash from organisation.password_history where account_id = $1 order by at desc limit $2',
        [account.id, PASSWORD_HISTORY],
      ),
    'desk',
  );
  for (const hash of [account.password_hash, ...used.map((row) => row.hash)])
    if (await tools.passwords.verify(hash, next)) return true;
  return false;
}
