// Re-checks what was put right (复核): by another person than checked and fixed, and not before the determination is approved.
import type { Context } from '#platform/graph/context';
import { Determination } from '../determination/determination.entity';
import { checkerOf } from '../determination/move-determination';
import { checkText } from '../household/codes.rules';
import { checkRechecker } from './look-back.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';
import { moveCase } from './move-case';

export function recheckCase(
  context: Context,
  { caseId, passes, remark: said }: { caseId: string; passes: boolean; remark: string },
): Promise<string> {
  const recheckRemark = checkText(said, 'remark', 2, 1000);
  return moveCase(context, 'recheckLookBackCase', caseId, async (one, { rows, now, personId }) => {
    checkRechecker(one, checkerOf(context.caller, personId));
    if (passes && one.determinationId !== null) {
      const [determination] = await rows.select(Determination, 'where t.id = $1', [one.determinationId]);
      if (!determination?.approvedAt) throw refusals.lookBackFixPending();
    }
    const change = { recheckedBy: personId, recheckedAt: now, recheckRemark };
    const returned = one.returned + 1;
    return passes
      ? { to: 'settled', change, remark: recheckRemark }
      : { to: 'problem', change: { ...change, returned }, remark: recheckRemark };
  });
}
