// Resets a password (重置口令) to one that is drawn and told once; the person's sessions end.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { closeSessions } from '../sign-in/close-sessions';
import type { OrganisationTools } from '../sign-in/tools.rules';
import type { ResetPasswordArgs } from './account.input';
import { DrawnAccount } from './account-import.entity';
import { drawPassword } from './draw-password';
import { findAccount } from './find-account';

export async function resetPassword(
  { caller, inScope, tools }: Context<OrganisationTools>,
  { id, alsoSecondFactor = false }: ResetPasswordArgs,
): Promise<DrawnAccount> {
  const initialPassword = drawPassword(tools, newId());
  const hash = await tools.passwords.hashDrawn(initialPassword);
  return inScope.write({ action: 'resetPassword', target: id, facts: { alsoSecondFactor } }, async (rows) => {
    const account = await findAccount(rows, caller, id);
    await rows.query(
      `insert into organisation.password_history (account_id, hash) select id, password_hash from organisation.account where id = $1`,
      [id],
    );
    await rows.query(
      `update organisation.account set password_hash = $2, password_changed_at = now(), must_change_password = true, awaits_release = true, release_hash = null, import_id = null,
              second_factor = case when $3 then null else second_factor end,
              second_factor_confirmed_at = case when $3 then null else second_factor_confirmed_at end
       where id = $1`,
      [id, hash, alsoSecondFactor],
    );
    await closeSessions(rows, { personId: account.personId, reason: 'password reset' });
    const secondFactorConfirmedAt = alsoSecondFactor ? null : account.secondFactorConfirmedAt;
    return {
      account: Object.assign(account, { mustChangePassword: true, awaitsRelease: true, secondFactorConfirmedAt }),
      initialPassword,
    };
  });
}
