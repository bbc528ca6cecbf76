// Begins a second factor (绑定动态口令): draws a secret for an authenticator app; it counts from its first confirmed code.
import { randomBytes } from 'node:crypto';
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { findOwnAccount } from './find-own-account';
import { SecondFactor } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';
import { base32 } from './totp-code';

export async function enrolSecondFactor(context: Context<OrganisationTools>): Promise<SecondFactor> {
  const account = await findOwnAccount(context);
  if (account.second_factor_confirmed_at) throw refusals.secondFactorStands();
  const secret = randomBytes(20);
  await context.inScope.write(
    { action: 'enrolSecondFactor', target: account.person_id },
    (rows) =>
      rows.query(
        'update organisation.account set second_factor = $2 where id = $1 and second_factor_confirmed_at is null',
        [account.id, context.tools.seal(secret.toString('hex'))],
      ),
    'desk',
  );
  const text = base32(secret);
  const address = `otpauth://totp/${encodeURIComponent(account.name)}?secret=${text}&issuer=fupin&period=30&digits=6&algorithm=SHA1`;
  return Object.assign(new SecondFactor(), { secret: text, address });
}
