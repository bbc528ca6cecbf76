// Gifts, their goods and the lots that they became, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { AllotmentLine } from '../allotment/allotment.entity';
import { Gift } from './gift.entity';
import { GiftAuction } from './gift-auction.entity';
import { GiftItem } from './gift-item.entity';

export const giftById = defineLoader<Gift | null>(
  'gift by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Gift, { id: Any([...ids]) }), ({ id }) => id),
);

export const itemsOfGift = defineLoader<GiftItem[]>(
  'goods of a gift',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(GiftItem, 'where t.gift_id = any ($1::uuid[]) order by t.gift_id, t.id', [ids]),
      ({ giftId }) => giftId,
    ),
);

export const lotsOfGift = defineLoader<AllotmentLine[]>(
  'lots of a gift',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(
        AllotmentLine,
        'where t.gift_id = any ($1::uuid[]) and t.parent_line_id is null order by t.gift_id, t.id',
        [ids],
      ),
      ({ giftId }) => giftId ?? '',
    ),
);

export const giftAuctionById = defineLoader<GiftAuction | null>(
  'auction of goods by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(GiftAuction, { id: Any([...ids]) }), ({ id }) => id),
);

export const auctionsOfItem = defineLoader<GiftAuction[]>(
  'auctions of goods',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(GiftAuction, 'where t.item_id = any ($1::uuid[]) order by t.item_id, t.id', [ids]),
      ({ itemId }) => itemId,
    ),
);
