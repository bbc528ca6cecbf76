// Signs in by an ID token of the external issuer (统一身份认证登录): the account must be known here, and our own second factor stays asked for.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { claimAttempt } from './claim-attempt';
import { accountNameOf } from './lock-out.rules';
import { type Account, enter } from './sign-in';
import type { SignInExternallyArgs } from './sign-in.input';
import type { SignedIn } from './signed-in.entity';
import type { OrganisationTools } from './tools.rules';

/** Off unless an issuer is configured; then a wrong token, an unknown account and a disabled one are told alike. */
export async function signInExternally(
  context: Context<OrganisationTools>,
  { idToken, code }: SignInExternallyArgs,
): Promise<SignedIn> {
  const { externalIssuer } = context.tools;
  if (!externalIssuer) throw refusals.signInRefused();
  const told = await externalIssuer.read(idToken, new Date());
  if (!told) throw refusals.signInRefused();
  const name = accountNameOf(told.account);
  const attempt = await claimAttempt(context, name);
  const [account] = await context.inScope.read(
    (rows) =>
      rows.query<Account>(
        'select id, person_id, password_hash, disabled_at, second_factor, second_factor_confirmed_at from organisation.account where name = $1',
        [name],
      ),
    'desk',
  );
  if (!account || account.disabled_at) throw refusals.signInRefused();
  return enter(context, account, attempt, code);
}
