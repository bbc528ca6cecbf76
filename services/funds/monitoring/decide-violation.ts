// Decides on a violation (审核监测问题): another person accepts the hospital's explanation, or upholds it, also where none came.
import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { answerViolation } from './answer-violation';

export function decideViolation(
  context: Context,
  id: string,
  { accepted, remark }: { accepted: boolean; remark: string },
): Promise<string> {
  refusePersonalNumbers('remark', remark);
  return answerViolation(context, 'decideViolation', id, remark, [
    'select funds.decide_violation($1, $2, $3) as verdict',
    [id, accepted ? 'accepted' : 'upheld', remark],
  ]);
}
