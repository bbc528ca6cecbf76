// Lists agreements that are overdue today (逾期还款): a hospital its own, a region those of its patients.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { RepaymentAgreement } from './repayment-agreement.entity';

const PAID = '(select coalesce(sum(r.amount), 0)::bigint from funds.repayment r where r.agreement_id = t.id)';
/** Of a settlement that was struck nothing is, whatever was agreed. */
export const OVERDUE = `least(funds.repayment_overdue(t.amount, t.instalments, t.first_due_on, ${PAID}, ${TODAY}),
  funds.repayment_owed(t.settlement_id, t.amount) - ${PAID})`;

export async function listOverdue({ inScope }: Context, args: PageArgs): Promise<Page<RepaymentAgreement>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  return inScope.read(async (rows) => {
    const tail = `where t.first_due_on < ${TODAY} and ($1::uuid is null or t.id > $1::uuid) and ${OVERDUE} > 0 order by t.id limit $2`;
    return pageOf(await rows.select(RepaymentAgreement, tail, [after, size + 1]), size);
  });
}
