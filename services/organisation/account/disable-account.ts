// Disables an account (停用): its sessions end, and its next request finds nothing standing.
import type { Context } from '#platform/graph/context';
import { closeSessions } from '../sign-in/close-sessions';
import type { Account } from './account.entity';
import type { DisableAccountArgs } from './account.input';
import { findAccount } from './find-account';

export function disableAccount(
  { caller, inScope }: Context<never>,
  { id, reason }: DisableAccountArgs,
): Promise<Account> {
  return inScope.write({ action: 'disableAccount', target: id, facts: { reason } }, async (rows) => {
    const account = await findAccount(rows, caller, id);
    const disabledAt = account.disabledAt ?? (await rows.now());
    await rows.query('update organisation.account set disabled_at = $2, disabled_reason = $3 where id = $1', [
      id,
      disabledAt,
      reason,
    ]);
    await closeSessions(rows, { personId: account.personId, reason: 'account disabled' });
    return Object.assign(account, { disabledAt, disabledReason: reason });
  });
}
