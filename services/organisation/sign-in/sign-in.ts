// Signs a person in (登录): counts the attempt, weighs the password and the one-time code, and opens a session.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { type Attempt, claimAttempt, forgiveAttempts, takeBackAttempt } from './claim-attempt';
import { drawRenewal, issueToken } from './issue-token';
import { accountNameOf, SESSION_HOURS } from './lock-out.rules';
import { settleSession } from './settle-session';
import type { SignInArgs } from './sign-in.input';
import { SignedIn } from './signed-in.entity';
import { spendCode } from './spend-code';
import type { OrganisationTools } from './tools.rules';

export interface Account {
  id: string;
  person_id: string;
  password_hash: string;
  disabled_at: Date | null;
  second_factor: Buffer | null;
  second_factor_confirmed_at: Date | null;
}

export async function signIn(
  context: Context<OrganisationTools>,
  { account: name, password, code }: SignInArgs,
): Promise<SignedIn> {
  const attempt = await claimAttempt(context, name);
  const [account] = await context.inScope.read(
    (rows) =>
      rows.query<Account>(
        `select id, person_id, password_hash, disabled_at, second_factor, second_factor_confirmed_at from organisation.account where name = $1`,
        [accountNameOf(name)],
      ),
    'desk',
  );
  const right = await context.tools.passwords.verify(account?.password_hash ?? null, password);
  if (!account || !right) throw refusals.signInRefused();
  // Only who knows the password learns that the account is disabled.
  if (account.disabled_at) throw refusals.accountDisabled();
  return enter(context, account, attempt, code);
}

/** Who it is has been shown, by password or by another issuer: now the second factor, and the session. */
export function enter(
  context: Context<OrganisationTools>,
  account: Account,
  attempt: Attempt,
  code?: string,
): Promise<SignedIn> {
  if (account.second_factor_confirmed_at && !code) return askForCode(context, account, attempt);
  return openSession(context, account, attempt, code);
}

async function askForCode(
  { inScope }: Context<OrganisationTools>,
  account: Account,
  attempt: Attempt,
): Promise<SignedIn> {
  const deed = { action: 'signIn', target: account.person_id, result: 'second factor asked for' };
  await inScope.write(deed, (rows) => takeBackAttempt(rows, attempt), 'desk');
  return Object.assign(new SignedIn(), {
    token: null,
    renewal: null,
    expiresAt: null,
    challenge: 'SECOND_FACTOR',
    appointment: null,
    appointments: [],
    delegation: null,
    delegations: [],
  });
}

async function openSession(
  context: Context<OrganisationTools>,
  account: Account,
  attempt: Attempt,
  code?: string,
): Promise<SignedIn> {
  const sessionId = newId();
  const personId = account.person_id;
  const opened = await context.inScope.write(
    { action: 'signIn', target: personId, facts: { sessionId } },
    async (rows) => {
      if (account.second_factor_confirmed_at) await spendCode(rows, context.tools, account, code ?? '');
      await forgiveAttempts(rows, attempt);
      await rows.query(
        `insert into session.session (id, person_id, account_id, address, expires_at) values ($1, $2, $3, $4, now() + $5::interval)`,
        [sessionId, personId, account.id, context.caller.address, `${SESSION_HOURS} hours`],
      );
      const settled = await settleSession(rows, context.tools, { sessionId, personId });
      return { settled, renewal: await drawRenewal(rows, sessionId) };
    },
    'desk',
  );
  return issueToken(context, { personId, sessionId, ...opened });
}
