// Which refusal a constraint of the goods stands for (物资约束): the same one wherever goods move.
import type { Refusal } from '#platform/vocabulary/refusal';
import { donatedGoodsRefusals } from '../donated-goods/donated-goods-refusals.rules';
import { lovePackageRefusals } from './love-package-refusals.rules';

export function goodsRefusal(constraint: string | null): Refusal | null {
  if (constraint === 'goods_balance_stock') return lovePackageRefusals.goodsGone();
  if (constraint === 'goods_restriction') return donatedGoodsRefusals.goodsRestricted();
  return constraint === 'goods_purpose' ? donatedGoodsRefusals.goodsPurpose() : null;
}
