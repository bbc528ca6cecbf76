// Returns drafted minutes (退回纪要), saying why; they may be drafted anew.

import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { findOpenMeeting } from './find-open-meeting';
import { Meeting } from './meeting.entity';
import { checkApproval } from './meeting.rules';

export async function returnMinutes({ caller, inScope }: Context<never>, id: string, remark: string): Promise<Meeting> {
  if (!remark.trim()) throw invalidInput('remark', '退回须说明原因', 'say why they are returned');
  refusePersonalNumbers('remark', remark);
  return inScope.write({ action: 'returnMinutes', target: id, facts: { remark } }, async (rows) => {
    const meeting = await findOpenMeeting(rows, id);
    checkApproval(meeting, caller);
    const returned = { returnedBy: caller.personId, returnedAt: await rows.now(), returnRemark: remark };
    await rows.manager.update(Meeting, { id }, returned);
    return Object.assign(meeting, returned);
  });
}
