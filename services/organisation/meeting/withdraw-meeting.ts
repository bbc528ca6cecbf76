// Withdraws a meeting (撤销登记) that was recorded by mistake or not held: it stays as a trace and counts for nothing.

import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { invalidInput } from '#platform/vocabulary/refusal';
import { findOpenMeeting } from './find-open-meeting';
import { Meeting } from './meeting.entity';
import { checkHand } from './meeting.rules';

export async function withdrawMeeting(
  { caller, inScope }: Context<never>,
  id: string,
  reason: string,
): Promise<Meeting> {
  if (!reason.trim()) throw invalidInput('reason', '撤销须说明原因', 'say why it is withdrawn');
  refusePersonalNumbers('reason', reason);
  return inScope.write({ action: 'withdrawMeeting', target: id, facts: { reason } }, async (rows) => {
    const meeting = await findOpenMeeting(rows, id);
    checkHand(meeting, caller);
    const withdrawn = { withdrawnBy: caller.personId, withdrawnAt: await rows.now(), withdrawReason: reason };
    await rows.manager.update(Meeting, { id }, withdrawn);
    return Object.assign(meeting, withdrawn);
  });
}
