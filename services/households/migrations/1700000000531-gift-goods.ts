// Where the goods of a gift are and went (捐赠物资去向): sums over its lots and their parts, whatever region keeps them, for the donor's view.
import { migration } from '#platform/database/migration';
import { definer } from '#platform/database/protect';

/** What was sent on is counted where it arrived. Who received something counts once a good, in the town of his package. */
const giftGoods = `
begin
  return jsonb_build_object(
    'items', coalesce((select jsonb_agg(to_jsonb(i) order by i."itemId") from (
      select l.gift_item_id as "itemId", min(l.good) as good, min(l.unit) as unit, (sum(l.quantity) filter (where l.parent_id is null))::int as quantity,
        sum(b.announced)::int as announced, sum(b.stock)::int as stock, sum(b.allocated)::int as "onTheWay", sum(b.delivered)::int as delivered,
        sum(b.missing)::int as missing, sum(b.withdrawn)::int as withdrawn,
        coalesce(sum((select sum(m.quantity) from goods_move m where m.lot_id = l.id and m.kind = 'give-back')), 0)::int as "givenBack"
      from goods_lot l join goods_balance b on b.lot_id = l.id where l.gift_id = p_gift group by 1) i), '[]'),
    'delivered', coalesce((select jsonb_agg(to_jsonb(d)) from (
      select l.gift_item_id as "itemId", town.region_id as "regionId", count(distinct m.household_id)::int as households, sum(m.quantity)::int as quantity
      from goods_lot l join goods_move m on m.lot_id = l.id and m.kind = 'deliver' join programme_case c on c.id = m.case_id
        join scope town on town.kind = 'town' and starts_with(c.path, town.path)
      where l.gift_id = p_gift group by 1, 2) d), '[]'));
end`;

export const addGiftGoods = migration(1700000000531, 'AddGiftGoods', (names) =>
  definer('households.gift_goods(p_gift uuid) returns jsonb', giftGoods, names, 'households', ['public']),
);
