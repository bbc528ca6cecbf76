// Answers which households can be paid, with name and masked card, through the caller's own scope.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { maskFromTail } from '#platform/vocabulary/identity-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { PaymentHousehold } from './payment-household.entity';

const MOST = 5000;

export async function householdsForPayment({ inScope }: Context, ids: readonly string[]): Promise<PaymentHousehold[]> {
  if (ids.length > MOST) throw invalidInput('ids', `一次至多 ${MOST} 户`, `at most ${MOST} households at once`);
  const sql = `select h.id, h.number, h.region_id as "regionId", h.path, m.name as "headName", h.bank_card_tail as tail, h.state
    from households.household h join households.member m on m.id = h.head_member_id where h.id = any($1::uuid[])`;
  const rows = await inScope.read(({ query }) =>
    query<Omit<PaymentHousehold, 'maskedCard'> & { tail: string | null }>(sql, [ids.filter(isId)]),
  );
  return rows.map(({ tail, ...household }) => ({ ...household, maskedCard: tail && maskFromTail(tail) }));
}
