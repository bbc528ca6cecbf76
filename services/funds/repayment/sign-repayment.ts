// Signs a repayment agreement (签订还款协议) for a settled stay, at most over what the patient bears.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { tellStayVerdict } from '../stay/change-stay';
import type { RepaymentInput } from './repayment.input';

export async function signRepayment(context: Context, input: RepaymentInput, idempotencyKey: string): Promise<string> {
  const { caller, inScope } = context;
  const { stayId, amount, instalments, firstDueOn } = input;
  checkId(stayId, '住院 stay');
  if (amount <= 0n) throw refusals.amountNotPositive({ field: 'amount' });
  if (instalments < 1 || instalments > 60)
    throw invalidInput('instalments', '期数须在 1 至 60 之间', 'between 1 and 60 monthly parts');
  const once = { subgraph: 'funds', caller, operation: 'signRepayment', idempotencyKey, payload: input } as const;
  return inScope
    .write({ action: 'signRepayment', target: stayId, facts: { instalments } }, (rows) =>
      onceOnly(rows, once, async () => {
        const made = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.sign_repayment($1, $2, $3, $4, $5) as verdict',
          [made, stayId, amount.toString(), instalments, firstDueOn],
        );
        if (answer?.verdict === 'too-much')
          throw invalidInput(
            'amount',
            '协议金额不得超过个人负担（冲账前已还的计入）',
            'no more is agreed than the patient bears, less what was paid before a strike',
          );
        if (answer?.verdict === 'early')
          throw invalidInput('firstDueOn', '首期日期不得早于签订日', 'nothing is due before it is signed');
        tellStayVerdict(answer?.verdict ?? 'unknown', 'settle');
        return made;
      }),
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'repayment_agreement_once') throw settlementRefusals.repaymentAgreed();
      throw error;
    });
}
