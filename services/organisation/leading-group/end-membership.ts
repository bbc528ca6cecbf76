// Ends a membership (免去成员) in the leading group of one's own region, from a day on; the row stays as history.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { GroupMember } from './group-member.entity';
import { findOwnGroup } from './seat-member';

export async function endMembership({ caller, inScope }: Context<never>, id: string, on: string): Promise<GroupMember> {
  return inScope.write({ action: 'endMembership', target: id, facts: { on } }, async (rows) => {
    const member = isId(id) ? await rows.manager.findOneBy(GroupMember, { id }) : null;
    if (!member) throw commonRefusals.notFound({ what: '成员 member' });
    await findOwnGroup(rows, member.groupId, caller.regionId);
    if (member.validTo !== null) throw refusals.membershipEnded({ on: member.validTo });
    if (on < member.validFrom) throw invalidInput('on', '不得早于起始之日', 'not before it began');
    await rows.manager.update(GroupMember, { id }, { validTo: on });
    return Object.assign(member, { validTo: on });
  });
}
