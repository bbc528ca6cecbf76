// Changes the head of a household (户主变更), with the relations of the others to the new one.
import type { WriteRows } from '#platform/database/in-scope';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import type { GroundInput, RelationInput } from '../change/change.input';
import { checkGround } from '../change/ground.rules';
import { type Change, type ChangePlace, holdHousehold, recordChanges } from '../change/record-changes';
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { presentMembers } from './membership.query';
import { checkRelations, type RelationTold } from './membership.rules';

export function changeHead(
  context: HouseholdsContext,
  householdId: string,
  headId: string,
  relations: readonly RelationInput[],
  ground: GroundInput,
): Promise<string> {
  return context.inScope.write({ action: 'changeHead', target: householdId, facts: { headId } }, async (rows) => {
    const household = await getHousehold(rows, householdId);
    await holdHousehold(rows, householdId);
    const anew = checkRelations(await presentMembers(rows, householdId), headId, relations);
    const checked = checkGround(ground, household.registeredOn, beijingDay(await rows.now()));
    const change = { deed: 'head' as const, ground: checked, changedBy: context.caller.personId };
    await relate(rows, household, headId, anew, change);
    return householdId;
  });
}

/** Writes relations and the head of one household; the former head first, because there is one head at a time. */
export async function relate(
  rows: WriteRows,
  household: ChangePlace,
  headId: string,
  anew: readonly RelationTold[],
  change: Pick<Change, 'deed' | 'ground' | 'changedBy'>,
): Promise<void> {
  const othersFirst = [...anew].sort(
    (one, other) => Number(one.memberId === headId) - Number(other.memberId === headId),
  );
  for (const { memberId, relation } of othersFirst) {
    await recordChanges(rows, { ...change, household, memberId }, [{ field: 'relation', value: relation }]);
    await rows.query('update households.member set relation = $2 where id = $1 and relation <> $2', [
      memberId,
      relation,
    ]);
  }
  await recordChanges(rows, { ...change, household, memberId: null }, [{ field: 'head', value: headId }]);
  await rows.query('update households.household set head_member_id = $2 where id = $1', [household.id, headId]);
}
