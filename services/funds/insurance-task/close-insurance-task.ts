// Closes a task to insure somebody (办结参保任务): the town tells what was done.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { InsuranceTask } from './insurance-task.entity';

export async function closeInsuranceTask({ inScope }: Context, id: string, remark: string): Promise<InsuranceTask> {
  checkId(id, '参保任务 insurance task');
  checkReason(remark);
  return inScope.write({ action: 'closeInsuranceTask', target: id, facts: { remark } }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.close_insurance_task($1, $2) as verdict', [
      id,
      remark,
    ]);
    const closed = answer?.verdict === 'done' ? await rows.manager.findOneBy(InsuranceTask, { id }) : null;
    if (!closed) throw commonRefusals.notFound({ what: '参保任务 insurance task' });
    return closed;
  });
}
