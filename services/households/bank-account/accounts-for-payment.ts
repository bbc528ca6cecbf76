// Answers the accounts of households (收款账户) to funds for a list that is being made, in the caller's scope; that it was seen is logged.
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { HouseholdsContext } from '../tools';
import { unconfirmedChanges } from './bank-account.query';
import type { PaymentAccount } from './payment-account.entity';

const MOST = 5000;

const ACCOUNTS = `select h.id, h.number, m.id as "headMemberId", m.name as "headName", m.id_number_tail as "idNumberTail", h.bank_name as "bankName",
    h.bank_card_sealed as sealed, exists (select 1 from ${unconfirmedChanges('h.id')} u) as unconfirmed
  from households.household h join households.member m on m.id = h.head_member_id where h.id = any ($1::uuid[])`;

export function accountsForPayment(
  { inScope, tools: { personalData } }: HouseholdsContext,
  ids: readonly string[],
): Promise<PaymentAccount[]> {
  if (ids.length > MOST) throw invalidInput('ids', `一次至多 ${MOST} 户`, `at most ${MOST} households at once`);
  const deed = { action: 'accountsForPayment', kind: 'sight', facts: { households: ids.length } } as const;
  return inScope.write(deed, async ({ query }) => {
    const found = await query<Omit<PaymentAccount, 'card'> & { sealed: Buffer | null }>(ACCOUNTS, [ids.filter(isId)]);
    return found.map(({ sealed, ...account }) => ({ ...account, card: sealed && personalData.open(sealed) }));
  });
}
