// Declines a gift (不接受捐赠) that was promised or arrived: with a reason, and before it is accepted.
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { checkReason } from '../ledger/reason.rules';

export async function declineGift({ inScope }: Context, id: string, reason: string): Promise<string> {
  checkId(id, '捐赠 gift');
  checkReason(reason);
  await inScope.write({ action: 'declineGift', target: id }, async (rows) => {
    const [answer] = await rows.query<{ verdict: string }>('select funds.decline_gift($1, $2) as verdict', [
      ...[id, reason.trim()],
    ]);
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'state') throw charityRefusals.giftState({ state: rest, zh: '退回', en: 'decline' });
    if (word !== 'done') throw commonRefusals.notFound({ what: '捐赠 gift' });
  });
  return id;
}
