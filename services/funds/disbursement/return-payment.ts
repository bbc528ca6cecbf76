// Records that a payment came back (退回): whole or in part, to the very lot that paid it.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import { tellStale } from './decide-disbursement';
import { Disbursement } from './disbursement.entity';
import { stateAfterReturn } from './disbursement.rules';
import { DisbursementLine } from './disbursement-line.entity';

export interface ReturnOrder {
  lineId: string;
  reason: string;
  /** absent: all that has not come back yet */
  amount: bigint | null;
}

export async function returnPayment(context: Context, order: ReturnOrder, idempotencyKey: string): Promise<string> {
  const { lineId, reason, amount } = order;
  checkId(lineId, '发放明细 payment line');
  checkReason(reason);
  const { caller, inScope } = context;
  const once = {
    subgraph: 'funds',
    caller,
    operation: 'returnPayment',
    idempotencyKey,
    payload: { ...order },
  } as const;
  await inScope.write({ action: 'returnPayment', target: lineId, facts: { reason } }, (rows) =>
    onceOnly(rows, once, async () => {
      const line = await rows.manager.findOneBy(DisbursementLine, { id: lineId });
      const batch = line && (await rows.manager.findOneBy(Disbursement, { id: line.disbursementId }));
      if (!line || !batch) throw commonRefusals.notFound({ what: '发放明细 payment line' });
      const open = line.amount - line.returned;
      const returning = amount ?? (open > 0n ? open : line.amount);
      if (line.state === 'paid' && returning > open)
        throw refusals.returnTooLarge({ returning: formatYuan(returning), open: formatYuan(open) });
      stateAfterReturn(batch.state, { paid: batch.total, returnedBefore: batch.returned, returning });
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.return_payment($1, $2, $3, $4, $5) as verdict',
        [lineId, newId(), returning.toString(), reason, newId()],
      );
      const verdict = answer?.verdict ?? 'unknown';
      if (verdict.startsWith('open '))
        throw refusals.returnTooLarge({ returning: formatYuan(returning), open: formatYuan(BigInt(verdict.slice(5))) });
      tellStale(verdict, 'return');
      return lineId;
    }),
  );
  return lineId;
}
