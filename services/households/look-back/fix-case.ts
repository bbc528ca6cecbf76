// Puts a case right (整改): by a determination where the category asks for one.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Determination } from '../determination/determination.entity';
import { checkText } from '../household/codes.rules';
import { packOfLookBack } from './find-look-back-pack';
import { checkFix } from './look-back.rules';
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
    checkFix(await packOfLookBack(rows, lookBack), one, determination, lookBack.openedAt);
    const change = { fix, determinationId, fixedBy: personId, fixedAt: now };
    return { to: 'fixed', change: { ...change, recheckedBy: null, recheckedAt: null }, remark: fix };
  });
}
