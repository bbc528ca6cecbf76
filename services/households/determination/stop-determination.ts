// Refuses (不通过) or withdraws (撤回) a determination that is under way, saying why.
import type { Context } from '#platform/graph/context';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { mayCheck } from '#platform/vocabulary/hands';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { checkText } from '../household/codes.rules';
import { checkPost, waitingAt } from './determination.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { endDetermination } from './end-determination';
import { getDetermination, noDetermination } from './get-determination';
import { checkerOf, writeStep } from './move-determination';

/** Refused by whoever takes this step or a later one; withdrawn by who proposed it. */
export async function stopDetermination(
  { caller, inScope }: Context,
  status: 'refused' | 'withdrawn',
  id: string,
  why: string,
): Promise<string> {
  const { personId } = caller;
  if (personId === null) throw noDetermination();
  const remark = checkText(why, 'reason', 2, 1000);
  refusePersonalNumbers('reason', remark);
  const action = status === 'refused' ? 'refuseDetermination' : 'withdrawDetermination';
  return inScope.write({ action, target: id }, async (rows) => {
    const now = await rows.now();
    const { determination, openObjections } = await getDetermination(rows, id);
    if (determination.status !== 'open') throw refusals.determinationEnded({ status: determination.status });
    const at = waitingAt(determination, openObjections, beijingDay(now));
    const step = determination.steps[at];
    if (status === 'refused')
      checkPost(
        determination.steps.slice(at).flatMap(({ by }) => by),
        caller.post,
      );
    else if (
      mayCheck(checkerOf(caller, personId), {
        personId: determination.proposedBy,
        principalId: determination.hands.proposed_by ?? null,
      })
    )
      throw refusals.determinationNotYours({ posts: 'proposedBy' });
    if (determination.approvedBy !== null) throw refusals.determinationEnded({ status: 'approved' });
    const written = { at, step: step?.code ?? '', deed: status, facts: {}, remark, documentNumber: null };
    await writeStep(rows, determination, { ...written, personId, now });
    await endDetermination(rows, determination, { status, now, personId });
    return id;
  });
}
