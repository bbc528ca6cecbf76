// Closes a look-back (回头看销号) when each case is clean or settled, by another person than opened it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { mayCheck } from '#platform/vocabulary/hands';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkerOf } from '../determination/move-determination';
import { checkText } from '../household/codes.rules';
import { LookBack } from './look-back.entity';
import { lateReasonOf } from './look-back.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

const unsettled = `select count(*)::int as open from households.look_back_case where look_back_id = $1 and state in ('to-check', 'problem', 'fixed')`;

export async function closeLookBack(context: Context, id: string, said: string, late: string | null): Promise<string> {
  const { caller, inScope } = context;
  const notFound = () => commonRefusals.notFound({ what: '回头看 look-back' });
  const { personId } = caller;
  if (!isId(id) || personId === null) throw notFound();
  const summary = checkText(said, 'summary', 2, 1000);
  const told = late === null ? null : checkText(late, 'lateReason', 4, 1000);
  const { lo, hi } = await inScope.range();
  try {
    return await inScope.write({ action: 'closeLookBack', target: id }, async (rows) => {
      // One from above is seen here, and is not ours to close: a part of its cases is all that we would count.
      const tail = 'where t.id = $1 and t.path >= $2 collate "C" and t.path < $3 collate "C" for update';
      const [lookBack] = await rows.select(LookBack, tail, [id, lo, hi]);
      if (!lookBack) throw notFound();
      if (lookBack.closedAt !== null) throw refusals.lookBackClosed();
      if (!mayCheck(checkerOf(caller, personId), { personId: lookBack.openedBy, principalId: null }))
        throw refusals.lookBackSamePerson();
      const [count] = await rows.query<{ open: number }>(unsettled, [id]);
      if (count && count.open > 0) throw refusals.lookBackUnsettled({ open: count.open });
      const closedAt = await rows.now();
      const lateReason = lateReasonOf(lookBack.closeUntil, beijingDay(closedAt), told);
      await rows.manager.update(LookBack, { id }, { closedBy: personId, closedAt, summary, lateReason });
      return id;
    });
  } catch (error) {
    if (brokenConstraint(error) === 'look_back_four_eyes') throw refusals.lookBackSamePerson();
    throw error;
  }
}
