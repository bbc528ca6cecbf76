// Reminds a patient of a repayment that is overdue (催还): by the hospital or by the town, each once a day, and only while something is overdue.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';

export async function remindRepayment({ inScope }: Context, id: string, remark: string): Promise<string> {
  checkId(id, '还款协议 repayment agreement');
  checkReason(remark);
  await inScope
    .write({ action: 'remindRepayment', target: id }, async (rows) => {
      const [answer] = await rows.query<{ verdict: string }>('select funds.remind_repayment($1, $2, $3) as verdict', [
        newId(),
        id,
        remark,
      ]);
      if (answer?.verdict === 'nothing') throw settlementRefusals.nothingOverdue();
      if (answer?.verdict === 'today') throw settlementRefusals.remindedToday();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '还款协议 repayment agreement' });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'repayment_reminder_once_a_day') throw settlementRefusals.remindedToday();
      throw error;
    });
  return id;
}
