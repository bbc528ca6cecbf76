// Reconciling, applying for payment, approving, returning, paying and withdrawing (核对、申请付款、复核、退回、拨付、撤回): each by its side, money by three people.
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { getClearing } from './get-clearing';
import { refusalOfClearing, tellClearingVerdict } from './tell-clearing-verdict';

export type TakenStep = 'reconcile' | 'apply' | 'approve' | 'return' | 'pay' | 'withdraw';

export interface StepTold {
  reason?: string;
  document?: string;
  idempotencyKey?: string;
}

const actions: Readonly<Record<TakenStep, string>> = {
  reconcile: 'reconcileClearing',
  apply: 'applyClearingPayment',
  approve: 'approveClearingPayment',
  return: 'returnClearingPayment',
  pay: 'payClearing',
  withdraw: 'withdrawClearing',
};

export async function stepClearing(
  { caller, inScope }: Context,
  id: string,
  step: TakenStep,
  { reason, document, idempotencyKey }: StepTold = {},
): Promise<string> {
  checkId(id, '清算单 clearing');
  if (reason !== undefined) checkReason(reason);
  if (document !== undefined) checkDocument(document);
  const action = actions[step];
  const [sql, parameters]: [string, unknown[]] =
    step === 'reconcile'
      ? ['select funds.reconcile_clearing($1) as verdict', [id]]
      : step === 'apply'
        ? ['select funds.apply_clearing($1, $2) as verdict', [id, document?.trim()]]
        : ['select funds.step_clearing($1, $2, $3) as verdict', [id, step, reason?.trim() ?? null]];
  return inScope
    .write({ action, target: id, facts: { ...(reason && { reason }), ...(document && { document }) } }, (rows) => {
      const act = async () => {
        await getClearing(rows, id, { caller, step });
        const [answer] = await rows.query<{ verdict: string }>(sql, parameters);
        tellClearingVerdict(answer?.verdict ?? 'unknown', { step });
        return id;
      };
      if (idempotencyKey === undefined) return act();
      return onceOnly(rows, { subgraph: 'funds', caller, operation: action, idempotencyKey, payload: { id } }, act);
    })
    .catch((error: unknown) => {
      throw refusalOfClearing(error);
    });
}

export function checkDocument(document: string): void {
  const { length } = document.trim();
  if (length < 2 || document.length > 100)
    throw invalidInput('document', '文号须为 2 至 100 个字符', 'a document number has 2 to 100 characters');
}
