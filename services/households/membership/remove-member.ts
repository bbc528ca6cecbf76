// Registers that a member left the household (自然减少): the row stays, with why and since when.

import { newId } from '#platform/database/new-id';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { MembershipInput } from '../change/change.input';
import { holdHousehold, recordChanges } from '../change/record-changes';
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { membershipOf } from './membership.query';
import { checkLeaving, checkReturn } from './membership.rules';

const noMember = () => commonRefusals.notFound({ what: '家庭成员 member' });

export function removeMember(context: HouseholdsContext, memberId: string, leaving: MembershipInput): Promise<string> {
  return context.inScope.write({ action: 'removeMember', target: memberId }, async (rows) => {
    const found = await membershipOf(rows, memberId);
    if (!found) throw noMember();
    const household = await getHousehold(rows, found.householdId);
    await holdHousehold(rows, household.id);
    const member = (await membershipOf(rows, memberId)) ?? found;
    const form = checkLeaving(leaving, member, household.registeredOn, beijingDay(await rows.now()));
    const ground = { ...form, validFrom: form.on };
    const change = { deed: 'leave' as const, household, memberId, ground, changedBy: context.caller.personId };
    await recordChanges(rows, change, [{ field: 'household', value: null }]);
    await rows.query('update households.member set left_on = $2 where id = $1', [memberId, form.on]);
    return memberId;
  });
}

/** Comes back into the same household; the time until the leaving stays a membership of its own. */
export function returnMember(
  context: HouseholdsContext,
  memberId: string,
  relation: string,
  joining: MembershipInput,
): Promise<string> {
  return context.inScope.write({ action: 'returnMember', target: memberId }, async (rows) => {
    const found = await membershipOf(rows, memberId);
    if (!found) throw noMember();
    const household = await getHousehold(rows, found.householdId);
    await holdHousehold(rows, household.id);
    const member = (await membershipOf(rows, memberId)) ?? found;
    const form = checkReturn(joining, member, relation, beijingDay(await rows.now()));
    const ground = { ...form, validFrom: form.on };
    const change = { deed: 'join' as const, household, memberId, ground, changedBy: context.caller.personId };
    await recordChanges(rows, change, [
      { field: 'household', value: household.id },
      { field: 'relation', value: relation },
    ]);
    await rows.query(
      `insert into households.former_membership (id, member_id, household_id, region_id, path, joined_on, left_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), memberId, household.id, household.regionId, household.path, member.joinedOn, member.leftOn],
    );
    await rows.query('update households.member set joined_on = $2, left_on = null, relation = $3 where id = $1', [
      memberId,
      form.on,
      relation,
    ]);
    if (relation === 'head')
      await rows.query('update households.household set head_member_id = $2 where id = $1', [household.id, memberId]);
    return memberId;
  });
}
