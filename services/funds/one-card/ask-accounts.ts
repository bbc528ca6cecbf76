// Asks households for the accounts of payees, and on the day of payment how payees and households stand; on behalf of whoever pays.
import type { Context } from '#platform/graph/context';
import type { Account, Standing } from './card-batch.rules';

export interface PayeeAccount extends Account {
  id: string;
  headMemberId: string;
  headName: string;
  idNumberTail: string;
}

/** Households answers so many at once. */
const MOST = 5000;

const ACCOUNTS =
  'query($accounts:[ID!]!){accountsForPayment(ids:$accounts){id number headMemberId headName idNumberTail bankName card unconfirmed}}';
const STANDINGS =
  'query($payees:[ID!]!){payeeStandings(memberIds:$payees){memberId householdState diedOn deathInQuestion}}';

export async function askAccounts(
  { ask }: Pick<Context, 'ask'>,
  ids: readonly string[],
): Promise<Map<string, PayeeAccount>> {
  const known = new Map<string, PayeeAccount>();
  for (let at = 0; at < ids.length; at += MOST) {
    const variables = { accounts: ids.slice(at, at + MOST) };
    const answer = await ask<{ accountsForPayment: PayeeAccount[] | null }>('households', ACCOUNTS, variables);
    for (const account of answer.accountsForPayment ?? []) known.set(account.id, account);
  }
  return known;
}

export async function askStandings(
  { ask }: Pick<Context, 'ask'>,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const known = new Map<string, Standing>();
  for (let at = 0; at < ids.length; at += MOST) {
    const variables = { payees: ids.slice(at, at + MOST) };
    const answer = await ask<{ payeeStandings: (Standing & { memberId: string })[] | null }>(
      'households',
      STANDINGS,
      variables,
    );
    for (const { memberId, ...standing } of answer.payeeStandings ?? []) known.set(memberId, standing);
  }
  return known;
}
