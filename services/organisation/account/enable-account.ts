// Enables an account (启用) that was disabled.
import type { Context } from '#platform/graph/context';
import type { Account } from './account.entity';
import { findAccount } from './find-account';

export function enableAccount({ caller, inScope }: Context<never>, id: string): Promise<Account> {
  return inScope.write({ action: 'enableAccount', target: id }, async (rows) => {
    const account = await findAccount(rows, caller, id);
    await rows.query('update organisation.account set disabled_at = null, disabled_reason = null where id = $1', [id]);
    return Object.assign(account, { disabledAt: null, disabledReason: null });
  });
}
