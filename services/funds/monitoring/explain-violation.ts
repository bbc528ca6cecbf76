// Explains a violation (说明监测问题): the hospital says how it came to it, once.
import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { answerViolation } from './answer-violation';

export function explainViolation(context: Context, id: string, explanation: string): Promise<string> {
  refusePersonalNumbers('explanation', explanation);
  return answerViolation(context, 'explainViolation', id, explanation, [
    'select funds.explain_violation($1, $2) as verdict',
    [id, explanation],
  ]);
}
