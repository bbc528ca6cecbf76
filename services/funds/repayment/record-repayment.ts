// Records what a patient paid on a repayment agreement (登记还款), at most what is still open.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

export interface RepaymentPaid {
  agreementId: string;
  amount: bigint;
  paidOn: string;
}

export async function recordRepayment(context: Context, paid: RepaymentPaid, idempotencyKey: string): Promise<string> {
  const { caller, inScope } = context;
  checkId(paid.agreementId, '还款协议 repayment agreement');
  if (paid.amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  const once = { subgraph: 'funds', caller, operation: 'recordRepayment', idempotencyKey, payload: paid } as const;
  await inScope.write({ action: 'recordRepayment', target: paid.agreementId }, (rows) =>
    onceOnly(rows, once, async () => {
      const made = newId();
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.record_repayment($1, $2, $3, $4) as verdict',
        [made, paid.agreementId, paid.amount.toString(), paid.paidOn],
      );
      if (answer?.verdict === 'too-much')
        throw invalidInput('amount', '还款不得超过未还金额', 'no more is paid than is open');
      if (answer?.verdict === 'day')
        throw invalidInput('paidOn', '还款日期须在签订日与今天之间', 'paid between signing and today');
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '还款协议 repayment agreement' });
      return made;
    }),
  );
  return paid.agreementId;
}
