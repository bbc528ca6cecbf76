// What is refused of donated goods (捐赠物资拒绝).
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const donatedGoodsRefusals = {
  goodsCounted: refusal('GOODS_COUNTED', '这批物资无待清点的数量', 'Nothing of this lot waits to be counted'),
  countAbove: refusal(
    'COUNT_ABOVE_ANNOUNCED',
    '实收须为 0 至 {announced}；多出的另作一笔捐赠登记',
    'From 0 to {announced} can be counted; what is more is recorded as a gift of its own',
  ),
  missingUntold: refusal('MISSING_UNTOLD', '短少 {missing}，须说明原因', '{missing} are missing: say why'),
  countFourEyes: refusal(
    'COUNT_FOUR_EYES',
    '验收捐赠的人不得清点入库',
    'Whoever accepted the gift does not count it where it arrives',
  ),
  goodsRestricted: refusal(
    'GOODS_RESTRICTED',
    '限定地区的捐赠物资只能发往限定的地区',
    'Goods that were given for a region go to that region alone',
  ),
  goodsPurpose: refusal(
    'GOODS_PURPOSE',
    '限定用途的捐赠物资只能用于所限定的用途',
    'Goods that were given for a purpose are used for that purpose alone',
  ),
} satisfies Record<string, RefusalMaker>;
