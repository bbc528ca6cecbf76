// Checks a case (核查一户) on a guarantee check made since the campaign opened, or records a household that was missed (漏评).
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { placeOfRegion } from '../household/household.loader';
import { refusals as shared } from '../refusals';
import { packOfLookBack } from './find-look-back-pack';
import { LookBack } from './look-back.entity';
import type { LookBackCheckInput } from './look-back.input';
import { categoryOf, checkCaseMove, stateAfterCheck } from './look-back.rules';
import { LookBackCase } from './look-back-case.entity';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';
import { moveCase, writeCaseStep } from './move-case';

const since = `select c.id, c.verdict, c.problems from households.guarantee_check c
  where c.household_id = $1 and c.checked_at >= $2 order by c.checked_on desc, c.id desc limit 1`;

export function checkCase(context: Context, input: LookBackCheckInput): Promise<string> {
  const { caseId, category = null } = input;
  const finding = input.finding ? checkText(input.finding, 'finding', 2, 1000) : null;
  return moveCase(context, 'checkLookBackCase', caseId, async (one, { rows, now, personId, lookBack }) => {
    checkCaseMove(one, category === null ? 'clean' : 'problem');
    const [check] = await rows.query<{ id: string; verdict: string; problems: string[] }>(since, [
      one.householdId,
      lookBack.openedAt,
    ]);
    if (!check) throw refusals.lookBackCheckMissing();
    const to = stateAfterCheck(await packOfLookBack(rows, lookBack), check, category);
    const change = { category, finding, checkId: check.id, checkedBy: personId, checkedAt: now };
    return { to, change, remark: finding };
  });
}

/** It is not in the register: all that is kept is its village and what was seen, until an identification gives it a name here. */
export async function addMissedCase(
  context: Context,
  { lookBackId, regionId, finding: said }: { lookBackId: string; regionId: string; finding: string },
): Promise<string> {
  const { caller, inScope } = context;
  const finding = checkText(said, 'finding', 2, 1000);
  refusePersonalNumbers('finding', finding);
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  const { personId } = caller;
  if (path === null || personId === null || !isId(lookBackId))
    throw commonRefusals.notFound({ what: '村（居） village' });
  if ((await placeOfRegion.load(context, regionId))?.kind !== 'village') throw shared.notAVillage();
  return inScope.write({ action: 'addMissedCase', facts: { lookBackId, regionId } }, async (rows) => {
    const [lookBack] = await rows.select(LookBack, 'where t.id = $1', [lookBackId]);
    if (!lookBack || !path.startsWith(lookBack.path)) throw commonRefusals.notFound({ what: '回头看 look-back' });
    if (lookBack.closedAt !== null) throw refusals.lookBackClosed();
    const category = 'missed';
    categoryOf(await packOfLookBack(rows, lookBack), category);
    const now = await rows.now();
    const id = newId();
    rows.deed.target = id;
    const found = { category, finding, checkedBy: personId, checkedAt: now };
    await rows.manager.insert(LookBackCase, { id, lookBackId, regionId, path, state: 'problem', ...found });
    await writeCaseStep(rows, { id, regionId, path }, { from: null, to: 'problem', remark: finding, personId, now });
    return id;
  });
}
