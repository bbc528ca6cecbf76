// Records a guarantee check (登记核查): what was answered, with what the register knows, and the verdict that follows by the pack of that day.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { getHousehold, noHousehold } from '../household/get-household';
import type { HouseholdStateCode } from '../household-state/household-state.rules';
import { findGuaranteePack } from './find-guarantee-pack';
import { GuaranteeCheck } from './guarantee-check.entity';
import type { GuaranteeCheckInput } from './guarantee-check.input';
import { checkAnswers, judge, lineOf, standingOf } from './guarantee-check.rules';
import { knownFactsOf } from './known-facts.query';

export async function recordGuaranteeCheck(context: Context, input: GuaranteeCheckInput): Promise<string> {
  const { caller, inScope } = context;
  const { householdId, checkedOn, remark = null } = input;
  if (caller.personId === null) throw noHousehold();
  refusePersonalNumbers('remark', remark);
  const deed = { action: 'recordGuaranteeCheck', facts: { householdId } };
  return inScope.write(deed, async (rows) => {
    const checkedAt = await rows.now();
    if (checkedOn > beijingDay(checkedAt))
      throw invalidInput('checkedOn', '核查日期不能晚于今天', 'nothing is checked after today');
    const household = await getHousehold(rows, householdId);
    const { pack, hash } = await findGuaranteePack(rows, checkedOn);
    const year = Number(checkedOn.slice(0, 4));
    const { answers, known } = checkAnswers(pack, input.answers, await knownFactsOf(rows, householdId, year));
    const standing = standingOf(household.state as HouseholdStateCode);
    const line = lineOf(pack, year);
    const { regionId, path } = household;
    const check = {
      ...{ id: newId(), householdId, regionId, path, checkedOn, standing, line, answers, known },
      ...judge(pack, answers, { standing, line }),
      ...{ remark, packName: pack.name, packHash: hash, checkedBy: caller.personId ?? '', checkedAt },
    };
    rows.deed.target = check.id;
    await rows.manager.insert(GuaranteeCheck, check as object);
    return check.id;
  });
}
