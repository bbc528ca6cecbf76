// The parts of households that donated goods (捐赠物资) are made of: told by funds, counted in, and traced for their donor.
import { DonatedGoodsResolver } from './donated-goods/donated-goods.resolver';
import { donatedGoodsRefusals } from './donated-goods/donated-goods-refusals.rules';
import { GiftGoodsResolver } from './donated-goods/gift-goods.resolver';
import { GoodsCount } from './donated-goods/goods-count.entity';
import { addDonatedGoods } from './migrations/1700000000530-donated-goods';
import { addGiftGoods } from './migrations/1700000000531-gift-goods';
import { addFundsEvents } from './migrations/1700000000532-funds-events';

export const donatedGoodsParts = {
  resolvers: [DonatedGoodsResolver, GiftGoodsResolver],
  entities: [GoodsCount],
  migrations: [addDonatedGoods, addGiftGoods, addFundsEvents],
  refusals: donatedGoodsRefusals,
};
