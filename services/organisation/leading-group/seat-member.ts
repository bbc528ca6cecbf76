// Seats a member (增补成员) in the leading group of one's own region: a unit through one of its posts, from a day on.
import { IsNull } from 'typeorm';
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { Unit } from '../unit/unit.entity';
import { GroupMember } from './group-member.entity';
import { LeadingGroup } from './leading-group.entity';
import type { SeatMemberArgs } from './leading-group.input';

export async function seatMember({ caller, inScope }: Context<never>, args: SeatMemberArgs): Promise<GroupMember> {
  const { groupId, unitId, personId = null, seat, postTitle, validFrom } = args;
  const id = newId();
  return inScope
    .write({ action: 'seatMember', target: id, facts: { groupId, unitId, seat } }, async (rows) => {
      const group = await findOwnGroup(rows, groupId, caller.regionId);
      if (!isId(unitId) || !(await rows.manager.findOneBy(Unit, { id: unitId, endedOn: IsNull() })))
        throw commonRefusals.notFound({ what: '单位 unit' });
      if (validFrom < group.foundedOn)
        throw invalidInput('validFrom', '不得早于领导小组成立之日', 'not before the leading group was founded');
      const seated = { id, groupId, unitId, personId, seat, postTitle, validFrom, validTo: null };
      await rows.manager.insert(GroupMember, seated);
      return rows.manager.findOneByOrFail(GroupMember, { id });
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'group_member_one_head' || broken === 'group_member_one_seat_a_unit') throw refusals.seatTaken();
      throw error;
    });
}

/** Groups are open to all who work here; changing one is for the region whose group it is. */
export async function findOwnGroup(rows: WriteRows, id: string, regionId: string | null): Promise<LeadingGroup> {
  const group = isId(id) ? await rows.manager.findOneBy(LeadingGroup, { id }) : null;
  if (!group) throw commonRefusals.notFound({ what: '领导小组 leading group' });
  if (group.regionId !== regionId) throw refusals.groupNotYours();
  return group;
}
