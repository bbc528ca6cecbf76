// Puts a case right (整改) and re-checks it (复核): by a determination where the category asks for one, and by another person.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Determination } from '../determination/determination.entity';
import { checkerOf } from '../determination/move-determination';
import { checkText } from '../household/codes.rules';
import { packOfLookBack } from './find-look-back-pack';
import { checkFix, checkRechecker } from './look-back.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';
import { moveCase } from './move-case';

export function fixCase(
  context: Context,
  { caseId, fix: said, determinationId }: { caseId: string; fix: string; determinationId: string | null },
): Promise<string> {
  const fix = checkText(said, 'fix', 2, 1000);
  if (determinationId !== null && !isId(determinationId)) throw commonRefusals.notFound({ what: '认定 determination' });
  return moveCase(context, 'fixLookBackCase', caseId, async (one, { rows, now, personId, lookBack }) => {
    const [determination = null] = determinationId
      ? await rows.select(Determination, 'where t.id = $1', [determinationId])
      : [];
    checkFix(packOfLookBack(lookBack), one, determination, lookBack.openedAt);
    const change = { fix, determinationId, fixedBy: personId, fixedAt: now };
    return { to: 'fixed', change: { ...change, recheckedBy: null, recheckedAt: null }, remark: fix };
  });
}

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
