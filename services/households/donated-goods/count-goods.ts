// Counts donated goods into stock (清点入库): the keeper of the place says what of the announced lot is there, once, and why something is not.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { GoodsLot } from '../love-package/goods-lot.entity';
import { donatedGoodsRefusals as refusals } from './donated-goods-refusals.rules';
import { GoodsCount } from './goods-count.entity';
import { missingOf } from './goods-count.rules';

export interface Counted {
  lotId: string;
  counted: number;
  reason: string | null;
}

export async function countGoods({ caller, inScope }: Context, told: Counted): Promise<string> {
  const { lotId, counted } = told;
  const reason = told.reason === null ? null : checkText(told.reason, 'reason', 2, 300);
  return inScope
    .write({ action: 'countGoods', target: lotId, facts: { counted } }, async (rows) => {
      const lot = isId(lotId) ? await rows.manager.findOneBy(GoodsLot, { id: lotId }) : null;
      if (!lot) throw commonRefusals.notFound({ what: '物资批 lot of goods' });
      const [balance] = await rows.query<{ announced: number }>(
        'select b.announced from households.goods_balance b where b.lot_id = $1',
        [lot.id],
      );
      const missing = missingOf(balance?.announced ?? 0, counted, reason);
      const { regionId, path, acceptedBy } = lot;
      await rows.manager.insert(GoodsCount, {
        ...{ lotId: lot.id, regionId, path, acceptedBy, counted, missing, reason },
        ...{ countedBy: caller.personId ?? '', countedAt: await rows.now() },
      });
      return lot.id;
    })
    .catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'goods_count_four_eyes') throw refusals.countFourEyes();
      if (broken === 'goods_count_once' || broken === 'goods_count_whole') throw refusals.goodsCounted();
      throw error;
    });
}
