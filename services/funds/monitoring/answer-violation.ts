// Writes an answer to a violation (答复监测问题), an explanation or a decision, by the function that knows what is allowed when.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { monitoringRefusals } from './monitoring-refusals.rules';

const WHAT = '监测问题 violation';

export async function answerViolation(
  { inScope }: Context,
  action: string,
  id: string,
  text: string,
  [sql, values]: readonly [string, readonly unknown[]],
): Promise<string> {
  checkId(id, WHAT);
  checkReason(text);
  await inScope
    .write({ action, target: id }, async ({ query }) => {
      const [found] = await query<{ verdict: string }>(sql, values);
      const verdict = found?.verdict ?? 'unknown';
      if (verdict.startsWith('state ')) throw monitoringRefusals.violationState({ state: verdict.slice(6) });
      if (verdict !== 'done') throw commonRefusals.notFound({ what: WHAT });
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'monitoring_answer_four_eyes') throw monitoringRefusals.violationEyes();
      throw error;
    });
  return id;
}
