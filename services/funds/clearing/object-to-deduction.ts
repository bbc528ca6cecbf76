// Objects to a deduction (对扣款提出异议): by the hospital, with a reason, within the days of the pack.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { checkReason } from '../ledger/reason.rules';
import { tellClearingVerdict } from './tell-clearing-verdict';

export async function objectToDeduction({ inScope }: Context, id: string, objection: string): Promise<string> {
  checkId(id, '扣款 deduction');
  checkReason(objection);
  return inScope.write({ action: 'objectToDeduction', target: id, facts: { objection } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.object_to_deduction($1, $2) as verdict', [
      id,
      objection.trim(),
    ]);
    tellClearingVerdict(answer?.verdict ?? 'unknown', { step: 'object' });
    return id;
  });
}
