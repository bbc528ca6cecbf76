// Counts an attempt as a failure before the password is looked at, so that a hundred side by side are a hundred; success forgives it.

import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { accountNameOf, FAILURES_MOST, LOCK_MINUTES } from './lock-out.rules';
import type { OrganisationTools } from './tools.rules';

export interface Attempt {
  key: string;
  address: string;
}

interface Counted {
  failures: number;
  locked_until: Date | null;
}

/** Names typed at the desk may be passwords typed in the wrong place: they are kept as fingerprints only. */
export function attemptOf({ caller, tools }: Context<OrganisationTools>, account: string): Attempt {
  return { key: tools.fingerprint(`account ${accountNameOf(account)}`), address: caller.address ?? '' };
}

/** Unknown accounts are counted like known ones: a lock tells nothing about who exists. */
export async function claimAttempt(context: Context<OrganisationTools>, account: string): Promise<Attempt> {
  const attempt = attemptOf(context, account);
  const [counted] = await context.inScope.write(
    { action: 'signIn', toldByRefusal: true },
    async (rows) => {
      await rows.query(`delete from organisation.sign_in_failure where last_at < now() - interval '1 day'`);
      return rows.query<Counted>(CLAIM, [attempt.key, attempt.address, FAILURES_MOST, `${LOCK_MINUTES} minutes`]);
    },
    'desk',
  );
  if (counted && counted.failures > FAILURES_MOST)
    throw refusals.signInLocked({ until: counted.locked_until?.toISOString() });
  return attempt;
}

export async function forgiveAttempts(rows: WriteRows, { key, address }: Attempt): Promise<void> {
  await rows.query('delete from organisation.sign_in_failure where account_key = $1 and address = $2', [key, address]);
}

/** A right password whose one-time code is still to come: this attempt was no failure, yet those before stay counted. */
export async function takeBackAttempt(rows: WriteRows, { key, address }: Attempt): Promise<void> {
  await rows.query(
    'update organisation.sign_in_failure set failures = failures - 1, locked_until = null where account_key = $1 and address = $2',
    [key, address],
  );
}

/** One more than the most allowed marks an attempt during the lock; an attempt after it begins a new count. */
const CLAIM = `
insert into organisation.sign_in_failure as f (account_key, address, failures, last_at) values ($1, $2, 1, now())
on conflict (account_key, address) do update set
  failures = case when f.locked_until > now() then $3 + 1 when f.locked_until is not null then 1 else f.failures + 1 end,
  locked_until = case when f.locked_until > now() then f.locked_until
                      when f.locked_until is null and f.failures + 1 >= $3 then now() + $4::interval end,
  last_at = now()
returning failures, locked_until`;
