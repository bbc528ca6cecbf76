// Claims a month of a payer (申报月度清算): whatever is open by its end and in no other claim, fixed by hash.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { checkMonth } from './clearing.rules';
import { refusalOfClearing, tellClearingVerdict } from './tell-clearing-verdict';

export interface ClaimedMonth {
  payerId: string;
  month: string;
  /** a hospital that the own one succeeds; the own one unless told */
  hospitalId?: string | null;
}

export async function submitClearing(
  { caller, inScope }: Context,
  { payerId, month, hospitalId }: ClaimedMonth,
  idempotencyKey: string,
): Promise<string> {
  checkId(payerId, '支付方 payer');
  checkMonth(month);
  const hospital = hospitalId ?? caller.unitId;
  if (hospital !== null) checkId(hospital, '医院 hospital');
  const payload = { payerId, month, hospital };
  const once = { subgraph: 'funds', caller, operation: 'submitClearing', idempotencyKey, payload } as const;
  return inScope
    .write({ action: 'submitClearing', facts: payload }, async (rows) => {
      const made = await onceOnly(rows, once, async () => {
        const id = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.submit_clearing($1, $2, $3, $4) as verdict',
          [id, hospital, payerId, month],
        );
        tellClearingVerdict(answer?.verdict ?? 'unknown', { period: month });
        return id;
      });
      rows.deed.target = made;
      return made;
    })
    .catch((error: unknown) => {
      throw refusalOfClearing(error, month);
    });
}
