// Finds an account that is administered; nobody administers his own.
import type { WriteRows } from '#platform/database/in-scope';
import type { Caller } from '#platform/vocabulary/caller';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Account } from './account.entity';

/** Locks the row, so that two administrators act one after the other. */
export async function findAccount(rows: WriteRows, caller: Caller, id: string): Promise<Account> {
  await rows.query('select 1 from organisation.account where id = $1 for update', [id]);
  const account = await rows.manager.findOneBy(Account, { id });
  if (!account) throw commonRefusals.notFound({ what: '账号 account' });
  if (account.personId === caller.personId) throw refusals.notToOneself();
  return account;
}
