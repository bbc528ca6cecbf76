// Records the democratic appraisal (民主评议): with half or fewer in favour the proposal ends here.
import type { Context } from '#platform/graph/context';
import { invalidInput } from '#platform/vocabulary/refusal';
import type { AppraisalInput } from './determination.input';
import { checkVote } from './determination.rules';
import { moveDetermination } from './move-determination';

export function appraiseDetermination(context: Context, id: string, input: AppraisalInput): Promise<string> {
  const { heldOn, present, inFavour, remark = null } = input;
  return moveDetermination(context, 'appraiseDetermination', id, 'appraise', (_determination, { today, step }) => {
    if (heldOn > today) throw invalidInput('heldOn', '评议日期不能晚于今天', 'an appraisal is not held after today');
    const passes = checkVote(step, { present, inFavour });
    return { facts: { heldOn, present, inFavour, passes }, remark, fails: !passes };
  });
}
