// Pays a disbursement as it was ordered (支付): never by whoever applied or approved, under a key, so that a repeated order pays once.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusalOfBooks } from '../book/refusal-of-books';
import { checkPosted, postingRefusalOf } from '../public-notice/check-posted';
import { eyesOf, tellStale } from './decide-disbursement';
import { Disbursement } from './disbursement.entity';
import { checkHands, nextState } from './disbursement.rules';
import { flowRefusals } from './flow-refusals.rules';

export async function payDisbursement(context: Context, id: string, idempotencyKey: string): Promise<string> {
  checkId(id, '发放批次 disbursement');
  const { caller, inScope } = context;
  const once = { subgraph: 'funds', caller, operation: 'payDisbursement', idempotencyKey, payload: { id } } as const;
  await inScope
    .write({ action: 'payDisbursement', target: id }, (rows) =>
      onceOnly(rows, once, async () => {
        const found = await rows.manager.findOneBy(Disbursement, { id });
        if (!found) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
        nextState(found.state, 'pay');
        checkHands('pay', caller.personId ?? '', found);
        await checkPosted(rows, id);
        const [answer] = await rows.query<{ verdict: string }>('select funds.pay_disbursement($1, $2) as verdict', [
          id,
          newId(),
        ]);
        // Something was stopped since: the order is recalled, and issued anew.
        if (answer?.verdict === 'changed') throw flowRefusals.orderDiffers();
        tellStale(answer?.verdict ?? 'unknown', 'pay');
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw eyesOf(error) ?? refusalOfBooks(error) ?? postingRefusalOf(error) ?? error;
    });
  return id;
}
