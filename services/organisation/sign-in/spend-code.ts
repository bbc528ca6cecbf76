// Spends a one-time code (动态口令): each is good once, also for somebody who looked over a shoulder within its half minute.
import type { WriteRows } from '#platform/database/in-scope';
import { refusals } from '../refusals';
import type { OrganisationTools } from './tools.rules';
import { totpStepOf } from './totp-code';

export async function spendCode(
  rows: WriteRows,
  tools: OrganisationTools,
  account: { id: string; second_factor: Buffer | null },
  code: string,
): Promise<void> {
  if (!account.second_factor) throw refusals.secondFactorNotBegun();
  const secret = Buffer.from(tools.unseal(account.second_factor), 'hex');
  const step = totpStepOf(secret, code, await rows.now());
  if (step === null) throw refusals.secondFactorWrong();
  const spent = await rows.query(
    'update organisation.account set second_factor_step = $2 where id = $1 and second_factor_step < $2 returning id',
    [account.id, step],
  );
  if (spent.length === 0) throw refusals.secondFactorWrong();
}
