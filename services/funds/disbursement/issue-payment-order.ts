// Issues and recalls a payment order (开具、撤回支付令): by finance, once the posting has run its days; what an objection stops is left out of it.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkPosted } from '../public-notice/check-posted';
import { noticeRefusals } from '../public-notice/notice-refusals.rules';
import { eyesOf, tellStale } from './decide-disbursement';
import { Disbursement } from './disbursement.entity';
import { checkHands, nextState } from './disbursement.rules';

export async function issuePaymentOrder(context: Context, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '发放批次 disbursement');
  const { caller, inScope } = context;
  const once = { subgraph: 'funds', caller, operation: 'issuePaymentOrder', idempotencyKey, payload: { id } } as const;
  await inScope
    .write({ action: 'issuePaymentOrder', target: id }, (rows) =>
      onceOnly(rows, once, async () => {
        const found = await rows.manager.findOneBy(Disbursement, { id });
        if (!found) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
        nextState(found.state, 'order');
        checkHands('order', caller.personId ?? '', found);
        await checkPosted(rows, id);
        const order = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.issue_payment_order($1, $2, $3) as verdict',
          [id, order, `ZF-${order.slice(0, 8)}${order.slice(-6)}`.toUpperCase()],
        );
        if (answer?.verdict === 'not-posted') throw noticeRefusals.noticeNotCleared();
        if (answer?.verdict === 'stopped') throw noticeRefusals.noticeLineStopped();
        tellStale(answer?.verdict ?? 'unknown', 'order');
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw eyesOf(error) ?? error;
    });
  return id;
}

export async function recallPaymentOrder({ inScope }: Context, id: string, reason: string): Promise<string> {
  checkId(id, '发放批次 disbursement');
  await inScope.write({ action: 'recallPaymentOrder', target: id, facts: { reason } }, async (rows) => {
    const found = await rows.manager.findOneBy(Disbursement, { id });
    if (!found) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
    nextState(found.state, 'recall');
    const [answer] = await rows.query<{ verdict: string }>('select funds.recall_payment_order($1, $2) as verdict', [
      id,
      reason,
    ]);
    tellStale(answer?.verdict ?? 'unknown', 'recall');
  });
  return id;
}
