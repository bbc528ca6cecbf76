// Unlocks an account (解锁) at every address where failed sign-ins have shut it.
import type { Context } from '#platform/graph/context';
import { attemptOf } from '../sign-in/claim-attempt';
import type { OrganisationTools } from '../sign-in/tools.rules';
import type { Account } from './account.entity';
import { findAccount } from './find-account';

export function unlockAccount(context: Context<OrganisationTools>, id: string): Promise<Account> {
  return context.inScope.write({ action: 'unlockAccount', target: id }, async (rows) => {
    const account = await findAccount(rows, context.caller, id);
    await rows.query('delete from organisation.sign_in_failure where account_key = $1', [
      attemptOf(context, account.name).key,
    ]);
    return account;
  });
}
