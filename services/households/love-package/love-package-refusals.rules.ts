// What is refused of love packages and their goods.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const lovePackageRefusals = {
  goodsShort: refusal(
    'GOODS_SHORT',
    '{good}不足：需 {needed}，库存 {there}',
    'Not enough {good}: {needed} are needed, {there} are in stock',
  ),
  goodsGone: refusal('GOODS_GONE', '库存刚被他人动用，请重新读取', 'The stock was drawn on just now, read it again'),
  contentsOnce: refusal(
    'CONTENTS_ONCE',
    '爱心包至少一种物资，每种只列一次',
    'A love package holds at least one good, and each once',
  ),
  packageTwice: refusal('PACKAGE_TWICE', '每户每批至多一包', 'A household gets at most one package of a batch'),
  householdElsewhere: refusal(
    'HOUSEHOLD_ELSEWHERE',
    '所选的户不全在本批次的地区内',
    'Not all of these households lie in the region of the batch',
  ),
} satisfies Record<string, RefusalMaker>;
