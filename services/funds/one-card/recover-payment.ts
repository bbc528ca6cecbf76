// Recoveries (追回): demanding a payment back, recording what of it was received, and giving it up.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { refusals } from '../refusals';
import type { RecoveryInput } from './one-card.input';
import { oneCardRefusals } from './one-card-refusals.rules';
import { cardEyesOf } from './tell-batch-verdict';

export async function recoverPayment({ inScope }: Context, input: RecoveryInput): Promise<string> {
  const { lineId, reason, documentNumber } = input;
  checkId(lineId, '发放明细 payment line');
  checkReason(reason);
  const id = newId();
  await inScope
    .write({ action: 'demandRecovery', target: id, facts: { lineId, reason } }, async (rows) => {
      const [line] = await rows.query<{ open: string }>(
        'select (l.amount - l.returned)::text as open from funds.disbursement_line l where l.id = $1',
        [lineId],
      );
      const amount = input.amount?.toString() ?? line?.open ?? '0';
      if (line && BigInt(amount) <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
      const sql = 'select funds.demand_recovery($1, $2, $3, $4, $5) as verdict';
      await tell(rows, sql, [id, lineId, amount, reason, documentNumber], { zh: '要求', en: 'demand' });
    })
    .catch((error: unknown) => {
      throw brokenConstraint(error) === 'recovery_open_once' ? oneCardRefusals.recoveryOpen() : error;
    });
  return id;
}

export interface Receipt {
  id: string;
  amount: bigint;
  voucher: string;
}

export async function receiveRecovery(
  { caller, inScope }: Context,
  receipt: Receipt,
  idempotencyKey: string,
): Promise<string> {
  const { id, amount, voucher } = receipt;
  checkId(id, '追回 recovery');
  if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  const once = {
    subgraph: 'funds',
    caller,
    operation: 'receiveRecovery',
    idempotencyKey,
    payload: { ...receipt },
  } as const;
  await inScope
    .write({ action: 'receiveRecovery', target: id, facts: { voucher } }, (rows) =>
      onceOnly(rows, once, async () => {
        const sql = 'select funds.receive_recovery($1, $2, $3, $4, $5, $6) as verdict';
        await tell(rows, sql, [id, newId(), newId(), amount.toString(), voucher, newId()], {
          zh: '登记收款',
          en: 'record money of',
        });
        return id;
      }),
    )
    .catch((error: unknown) => {
      throw cardEyesOf(error) ?? error;
    });
  return id;
}

export async function withdrawRecovery({ inScope }: Context, id: string, reason: string): Promise<string> {
  checkId(id, '追回 recovery');
  checkReason(reason);
  await inScope
    .write({ action: 'withdrawRecovery', target: id, facts: { reason } }, (rows) =>
      tell(rows, 'select funds.withdraw_recovery($1, $2) as verdict', [id, reason], { zh: '撤销', en: 'give up' }),
    )
    .catch((error: unknown) => {
      throw cardEyesOf(error) ?? error;
    });
  return id;
}

async function tell(
  rows: WriteRows,
  sql: string,
  parameters: unknown[],
  words: { zh: string; en: string },
): Promise<void> {
  const [answer] = await rows.query<{ verdict: string }>(sql, parameters);
  const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
  if (word === 'done') return;
  if (word === 'open') throw oneCardRefusals.recoveryTooLarge({ open: formatYuan(BigInt(rest)) });
  if (word === 'state' || word === 'line-state') throw oneCardRefusals.recoveryState({ state: rest, ...words });
  throw commonRefusals.notFound({ what: '追回 recovery' });
}
