// Records that a gift arrived (登记捐赠到达): money by the bank's voucher, goods counted and valued by invoice, else by appraisal.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { inColumns } from '../charity-fund/in-columns.rules';
import { Gift } from './gift.entity';
import type { GiftArrivalInput } from './gift.input';
import { checkArrival } from './gift.rules';

export async function recordGiftArrival({ inScope }: Context, input: GiftArrivalInput): Promise<string> {
  const { giftId, arrivedOn, voucher, received = null, items = [] } = input;
  checkId(giftId, '捐赠 gift');
  await inScope.write({ action: 'recordGiftArrival', target: giftId }, async (rows) => {
    const [gift] = await rows.select(Gift, 'where t.id = $1', [giftId]);
    if (!gift) throw commonRefusals.notFound({ what: '捐赠 gift' });
    checkArrival(gift.kind, received, items ?? []);
    const told = (items ?? []).map(({ value, ...rest }) =>
      inColumns({ ...rest, id: newId(), value: value.toString() }),
    );
    const [answer] = await rows.query<{ verdict: string }>('select funds.arrive_gift($1, $2, $3, $4, $5) as verdict', [
      ...[giftId, arrivedOn, voucher.trim(), received?.toString() ?? null, JSON.stringify(told)],
    ]);
    const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
    if (word === 'day') throw charityRefusals.giftDay();
    if (word === 'state') throw charityRefusals.giftState({ state: rest, zh: '登记到达', en: 'record the arrival of' });
    if (word !== 'done') throw commonRefusals.notFound({ what: '捐赠 gift' });
  });
  return giftId;
}
