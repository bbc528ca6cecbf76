// Merges a household into another of its village (并户): it keeps its id and all its rows, leaves the register and points to the other one.
import { beijingDay } from '#platform/vocabulary/calendar-day';
import type { RelationInput } from '../change/change.input';
import { holdHousehold, recordChanges } from '../change/record-changes';
import { getHousehold } from '../household/get-household';
import { presentMembers } from '../membership/membership.query';
import type { HouseholdsContext } from '../tools';
import { changeOf, DECIDED, keepRegrouping } from './keep-regrouping';
import { moveMembers } from './move-members';
import type { RegroupingInput } from './regrouping.input';
import { checkMerge, checkRegrouping, latestOf, relationsAnew } from './regrouping.rules';

/** The household that is merged away leaves the register (its state becomes removed), with all its rows, and points to the other one. */
export function mergeHouseholds(
  context: HouseholdsContext,
  householdId: string,
  intoId: string,
  relations: readonly RelationInput[],
  input: RegroupingInput,
): Promise<string> {
  const deed = { action: 'mergeHouseholds', target: householdId, facts: { intoId } };
  return context.inScope.write(deed, async (rows) => {
    await getHousehold(rows, householdId);
    await getHousehold(rows, intoId);
    await holdHousehold(rows, householdId, intoId);
    const [household, into] = [await getHousehold(rows, householdId), await getHousehold(rows, intoId)];
    checkMerge(household, into);
    const movers = await presentMembers(rows, householdId);
    const anew = relationsAnew(movers, relations, null);
    const earliest = latestOf([household.registeredOn, into.registeredOn], movers);
    const form = checkRegrouping(input, earliest, beijingDay(await rows.now()));
    const { personId } = context.caller;
    const change = changeOf('merge', form, personId);
    await moveMembers(rows, household, into, movers, anew, change);
    await recordChanges(rows, { ...change, household, memberId: null }, [{ field: 'mergedInto', value: intoId }]);
    const year = Math.max(household.stateYear, Number(form.on.slice(0, 4)));
    await rows.query(DECIDED, [
      householdId,
      household.regionId,
      household.path,
      year,
      'removed',
      form.documentNumber,
      personId,
    ]);
    await keepRegrouping(rows, 'merge', household, intoId, form, movers, personId, year);
    return intoId;
  });
}
